import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SectionState } from '#features/localization/drift-model.ts'
import { behindOf, driftOf, statesByKey } from '#features/localization/drift-rules.ts'
import { translationOf } from '#features/localization/translation-rules.ts'

const state = (name: string, index: number): SectionState => ({
  key: 'w-1',
  state: name,
  since: new Date(Date.UTC(2026, 2, 1 + index)),
})

/** What the authoritative section said, revision by revision. */
const said = (hashes: string) => statesByKey([...hashes].map(state)).get('w-1') ?? []

const hashes = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 })
  .map(all => all.join(''))

describe('how far a section of a translation is behind', () => {
  it.each([
    ['a', 'abc', 2],
    ['b', 'abc', 1],
    ['c', 'abc', 0],
    ['a', 'aabbc', 2],
    ['a', 'aba', 0],
    ['a', 'abcb', 2],
    ['b', 'abab', 0],
    ['a', 'abac', 1],
  ])('made from %s of %s: %i', (base, revisions, behind) => {
    expect(behindOf(driftOf(base, said(revisions)))).toBe(behind)
  })

  it('says since when the state stood that it was made from, and since when the present one does', () => {
    const drift = driftOf('b', said('aabbcc'))
    expect(drift).toMatchObject({ kind: 'behind', base: state('b', 2), current: state('c', 4) })
  })

  it('is not known where it is not said, or no revision had that state; nor current', () => {
    expect(driftOf(null, said('ab'))).toEqual({ kind: 'unsaid' })
    expect(driftOf('x', said('ab'))).toEqual({ kind: 'unsaid' })
    expect(driftOf('a', [])).toEqual({ kind: 'unpaired' })
    expect([null, 'x'].map(base => behindOf(driftOf(base, said('ab'))))).toEqual([null, null])
  })

  it('is nothing exactly when it was made from what stands, and never more than there were changes', () => {
    fc.assert(
      fc.property(hashes, fc.constantFrom('a', 'b', 'c', 'd'), (revisions, base) => {
        const states = said(revisions)
        const behind = behindOf(driftOf(base, states))
        expect(behind === 0).toBe(base === revisions.at(-1))
        expect(behind === null).toBe(!revisions.includes(base))
        expect(behind ?? 0).toBeLessThan(states.length)
      }),
    )
  })
})

describe('a translation', () => {
  const section = (key: string, hash: string) => ({ key, hash, number: null, heading: key, anchor: key })
  const authoritative = [section('top', 'a'), section('w-1', 'c'), section('w-2', 'a')]
  const states = statesByKey([
    { key: 'top', state: 'a', since: new Date(0) },
    { key: 'w-1', state: 'a', since: new Date(0) },
    { key: 'w-1', state: 'c', since: new Date(1) },
    { key: 'w-2', state: 'a', since: new Date(0) },
  ])
  const of = (base: Record<string, string>, keys = ['top', 'w-1', 'w-2']) =>
    translationOf(
      { path: 'p', locale: 'en' },
      authoritative,
      { sections: keys.map(key => section(key, 'x')), base: new Map(Object.entries(base)) },
      states,
    )

  it('is complete when every section was made from what stands', () => {
    expect(of({ top: 'a', 'w-1': 'c', 'w-2': 'a' })).toMatchObject({
      state: 'complete',
      counts: { current: 3, behind: 0, unsaid: 0, missing: 0, unpaired: 0 },
    })
  })

  it.each([
    ['behind where a section is', of({ top: 'a', 'w-1': 'a', 'w-2': 'a' }), 'behind'],
    ['behind where one is and another does not say', of({ 'w-1': 'a', 'w-2': 'a' }), 'behind'],
    ['unsaid where a section does not say', of({ top: 'a', 'w-1': 'c' }), 'unsaid'],
    ['missing where a section lacks', of({ top: 'a', 'w-1': 'a' }, ['top', 'w-1']), 'missing'],
    [
      'missing where there is none',
      translationOf({ path: 'p', locale: 'ru' }, authoritative, null, states),
      'missing',
    ],
  ])('is %s', (_, translation, state) => {
    expect(translation.state).toBe(state)
  })

  it('is not complete with a section that the authoritative text does not have (any more)', () => {
    const own = of({ top: 'a', 'w-1': 'c', 'w-2': 'a' }, ['top', 'w-1', 'w-2', 'w-9'])
    expect(own).toMatchObject({ state: 'unpaired', counts: { unpaired: 1 } })
    expect(own.sections.at(-1)).toEqual({ key: 'w-9', heading: 'w-9', drift: { kind: 'unpaired' } })
  })
})
