import { describe, expect, test } from 'vitest'
import { baseOf, earlierKeys, type KeptSection, statesOf } from '#features/upkeep/kept-section-rules.ts'

const section = (key: string, hash: string, baseHash: string | null = null): KeptSection => ({
  key,
  hash,
  baseHash,
  number: null,
  heading: key,
  anchor: key,
})

const AT = (day: number) => new Date(Date.UTC(2026, 2, day))

describe('the past of an authoritative text', () => {
  test('is asked only of sections that a translation was made from another state of', () => {
    const authoritative = [section('top', 'a'), section('w-1', 'b'), section('w-2', 'c')]
    const own = [
      section('top', 'x', 'a'),
      section('w-1', 'y', 'old'),
      section('w-2', 'z'),
      section('w-9', 'q', 'old'),
    ]
    expect(earlierKeys(authoritative, [{ own }])).toEqual(['w-1'])
  })

  test('is what was known by then; of other sections the present state stands for it', () => {
    const said = [
      { key: 'w-1', hash: 'old', since: AT(1) },
      { key: 'w-1', hash: 'b', since: AT(5) },
      { key: 'w-1', hash: 'later', since: AT(9) },
    ]
    const states = statesOf([section('top', 'a'), section('w-1', 'b')], said, AT(6))
    expect(states.get('w-1')?.map(({ hash }) => hash)).toEqual(['old', 'b'])
    expect(states.get('top')?.map(({ hash }) => hash)).toEqual(['a'])
  })
})

test('a base leaves out the sections that do not say what they were made from', () => {
  expect([...baseOf([section('top', 'a', 'x'), section('w-1', 'b')])]).toEqual([['top', 'x']])
})
