import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OWNER_ROLES } from '#features/access/role-model.ts'
import { addDays } from '#features/checklist/calendar-rules.ts'
import { countDuties, isOwed, isReviewOwnedBy, ownedBy } from '#features/checklist/own-work-rules.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import { FRIDAY_STATES } from '#features/checklist/workstream-model.ts'
import { day } from './stories.ts'

const workstream = fc.record({
  number: fc.integer({ min: 1, max: 999 }),
  ownerRole: fc.constantFrom(...OWNER_ROLES),
  status: fc.constantFrom(...STATUSES),
  friday: fc.constantFrom(null, ...FRIDAY_STATES),
  targetDate: fc.integer({ min: -30, max: 30 }).map(days => addDays(day('2026-03-10'), days)),
})
const tracker = fc.uniqueArray(workstream, { selector: ({ number }) => number, maxLength: 12 })
const roles = fc.uniqueArray(fc.constantFrom(...OWNER_ROLES), { maxLength: 3 })

describe('the workstreams of a reader', () => {
  test('are those, and only those, that one of their roles owns', () => {
    fc.assert(
      fc.property(tracker, roles, (all, held) => {
        const own = ownedBy(all, held)
        expect(new Set(own)).toEqual(new Set(all.filter(({ ownerRole }) => held.includes(ownerRole))))
        expect(own).toHaveLength(new Set(own).size)
      }),
    )
  })

  test('are divided among the roles without one left over', () => {
    fc.assert(
      fc.property(tracker, all => {
        const divided = OWNER_ROLES.flatMap(role => ownedBy(all, [role]))
        expect(divided.map(({ number }) => number).toSorted()).toEqual(
          all.map(({ number }) => number).toSorted(),
        )
      }),
    )
  })

  test('begin with those that owe a report, then with the work left, the earliest target date first', () => {
    fc.assert(
      fc.property(tracker, all => {
        const own = ownedBy(all, OWNER_ROLES)
        for (const [index, after] of own.entries()) {
          const before = own[index - 1]
          if (!before) continue
          expect(isOwed(before) || !isOwed(after)).toBe(true)
          if (isOwed(before) !== isOwed(after)) continue
          expect(before.status !== 'DONE' || after.status === 'DONE').toBe(true)
          if ((before.status === 'DONE') !== (after.status === 'DONE')) continue
          expect(before.targetDate <= after.targetDate).toBe(true)
        }
      }),
    )
  })

  test('each count once among what is owed, reported and exempt, but where nothing is owed yet', () => {
    fc.assert(
      fc.property(tracker, all => {
        const { owed, reported, exempt } = countDuties(all)
        expect(owed + reported + exempt).toBe(all.filter(({ friday }) => friday !== null).length)
        expect(owed).toBe(all.filter(isOwed).length)
      }),
    )
  })
})

describe('the review of a checklist', () => {
  const category = {
    code: '80_chain',
    title: {},
    version: '1',
    ownerRole: 'CHAIN_OFFICER',
    reviewCycleDays: 31,
    approvalAuthority: [],
  }
  const document = (ownerRole: string | null, reviewOverdueDays: number) => ({
    metadata: { ownerRole } as Parameters<typeof isReviewOwnedBy>[0]['metadata'],
    category,
    reviewOverdueDays,
  })

  test.for([
    ['SRE_LEAD', 3, true],
    ['SRE_LEAD', 0, false],
    ['PROGRAM_OWNER', 3, false],
  ] as const)('owned by %s and overdue by %i days is the SRE_LEAD’s: %s', ([owner, days, is]) => {
    expect(isReviewOwnedBy(document(owner, days), ['SRE_LEAD'])).toBe(is)
  })

  test('is the category’s owner’s where the document names none', () => {
    expect(isReviewOwnedBy(document(null, 3), ['CHAIN_OFFICER'])).toBe(true)
    expect(isReviewOwnedBy(document(null, 3), ['SRE_LEAD'])).toBe(false)
  })
})
