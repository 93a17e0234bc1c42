import { describe, expect, test } from 'vitest'
import { baseOf, earlierKeys, type KeptSection, statesOf } from '#features/upkeep/kept-section-rules.ts'

const section = (key: string, state: number, baseState: number | null = null): KeptSection => ({
  key,
  state,
  baseState,
  heading: key,
})

const AT = (day: number) => new Date(Date.UTC(2026, 2, day))

describe('the past of an authoritative text', () => {
  test('is asked only of sections that a translation was made from another state of', () => {
    const authoritative = [section('top', 1), section('w-1', 2), section('w-2', 3)]
    const own = [section('top', 7, 1), section('w-1', 8, 9), section('w-2', 6), section('w-9', 5, 9)]
    expect(earlierKeys(authoritative, [{ own }])).toEqual(['w-1'])
  })

  test('is what was known by then; of other sections the present state stands for it', () => {
    const said = [
      { key: 'w-1', state: 9, since: AT(1) },
      { key: 'w-1', state: 2, since: AT(5) },
      { key: 'w-1', state: 12, since: AT(9) },
    ]
    const states = statesOf([section('top', 1), section('w-1', 2)], said, AT(6))
    expect(states.get('w-1')?.map(({ state }) => state)).toEqual([9, 2])
    expect(states.get('top')?.map(({ state }) => state)).toEqual([1])
  })
})

test('a base leaves out the sections that do not say what they were made from', () => {
  expect([...baseOf([section('top', 1, 4), section('w-1', 2)])]).toEqual([['top', 4]])
})
