import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinWitnesses, partWitnesses } from '#features/evidence/detail-class-rules.ts'
import type { Witness } from '#features/evidence/finding-model.ts'
import { marksIn } from '#features/evidence/name-mark-rules.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import { publicProfile } from '#features/evidence/public-profile-rules.ts'
import { REASONS } from '#features/evidence/reason-model.ts'
import { sightOf } from '#features/evidence/record-sight-rules.ts'

const witnesses: fc.Arbitrary<Witness[]> = fc.array(
  fc.record({
    runId: fc.constant('run-1'),
    record: fc.option(fc.nat(), { nil: null }),
    reason: fc.option(fc.constantFrom(...REASONS), { nil: null }),
    detail: fc.option(fc.string(), { nil: null }),
  }),
)

describe('witnesses that are parted from what they quote', () => {
  test('are the same again when the two are put together', () => {
    fc.assert(
      fc.property(witnesses, given => {
        expect(joinWitnesses(partWitnesses(given))).toEqual(given)
      }),
    )
  })

  test('say that a detail is withheld, and nothing of it, where it quotes a record', () => {
    fc.assert(
      fc.property(witnesses, given => {
        const { witnesses: shown, details } = partWitnesses(given)
        for (const [index, { detail, isWithheld, reason }] of shown.entries()) {
          expect(isWithheld === true).toBe(typeof details[index] === 'string')
          expect(detail === null || details[index] === null).toBe(true)
          if (reason === 'never-consumed' || reason === 'key-not-intent') expect(detail).toBeNull()
        }
        expect(joinWitnesses({ witnesses: shown, details: [] })).toEqual(shown)
      }),
    )
  })
})

const PROFILE: Profile = {
  topics: ['mint.requested'],
  contracts: ['mint.requested@secret-7', 'mint.requested@v1'],
  keyIsIntent: true,
  policy: null,
  fields: [
    'mint.requested: eventId',
    'mint.requested: payload.amount',
    'mint.requested: payload.secret-8',
    'mint.requested: secret-9',
  ],
  receivedPerIntent: [1],
}

describe('a profile for everybody', () => {
  test('names what published contracts name, and has a mark for anything else', () => {
    const { contracts, fields } = publicProfile(PROFILE)
    expect(contracts).toEqual([expect.stringMatching(/^#[0-9a-f]{12}$/), 'mint.requested@v1'])
    expect(fields.filter(name => !name.startsWith('#'))).toEqual([
      'mint.requested: eventId',
      'mint.requested: payload.amount',
    ])
    expect(marksIn(`+${fields.join(', −')}`)).toHaveLength(2)
    expect(JSON.stringify(publicProfile(PROFILE))).not.toContain('secret')
  })

  test('equals that of another run where the whole profiles are equal, and only there', () => {
    const name = fc.constantFrom('a: x', 'a: y', 'mint.requested: eventId', 'mint.requested: payload.z')
    const names = fc.uniqueArray(name).map(given => given.toSorted())
    fc.assert(
      fc.property(names, names, (one, other) => {
        const [ofOne, ofOther] = [one, other].map(fields => publicProfile({ ...PROFILE, fields }).fields)
        expect(ofOne?.join() === ofOther?.join()).toBe(one.join() === other.join())
      }),
    )
  })
})

test('guests see no record, owners its envelope, those who review all of it', () => {
  expect((['guest', 'owner', 'reviewer', 'admin'] as const).map(sightOf)).toEqual([
    'none',
    'envelope',
    'whole',
    'whole',
  ])
})
