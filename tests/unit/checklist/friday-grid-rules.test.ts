import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, fridayOf } from '#features/checklist/calendar-rules.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import { countStates, fridayGrid, shortfalls } from '#features/checklist/friday-grid-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'
import { legalLedger, ROWS } from './legal-ledgers.ts'
import { baseline, confirm, day, REVIEWED } from './stories.ts'

/** The workstreams of a ledger, as the grid takes them. */
const reporters = (ledger: readonly LedgerLine[]) =>
  ROWS.map(({ number, ownerRole }) => ({
    number,
    ownerRole,
    lines: inFoldOrder(
      ledger.filter(line => line.workstream === number).map(line => ({ ...hashed(line), enteredAt: null })),
    ),
  }))

const anyGrid = fc
  .tuple(legalLedger, fc.nat({ max: 120 }))
  .map(([ledger, days]) => ({ workstreams: reporters(ledger), asOf: addDays(REVIEWED, days) }))

describe('the grid of workstreams by weeks', () => {
  test('has in each cell what the Friday rule says of it', () => {
    fc.assert(
      fc.property(anyGrid, ({ workstreams, asOf }) => {
        const fridays = owedFridays(REVIEWED, addDays(asOf, 14))
        const { rows } = fridayGrid(workstreams, fridays, asOf)
        expect(rows.map(({ states }) => states)).toEqual(
          workstreams.map(({ lines }) => fridays.map(friday => fridayState(lines, friday, asOf))),
        )
      }),
    )
  })

  test('gives every owed week a state, due only in the week of the day', () => {
    fc.assert(
      fc.property(anyGrid, ({ workstreams, asOf }) => {
        const fridays = owedFridays(REVIEWED, asOf)
        for (const { states } of fridayGrid(workstreams, fridays, asOf).rows) {
          expect(states).not.toContain(null)
          expect(states.slice(0, fridays.indexOf(fridayOf(asOf)))).not.toContain('due')
        }
      }),
    )
  })

  test('counts as missed and late by role what its cells say', () => {
    fc.assert(
      fc.property(anyGrid, ({ workstreams, asOf }) => {
        const grid = fridayGrid(workstreams, owedFridays(REVIEWED, asOf), asOf)
        const found = shortfalls(grid)
        for (const { workstream, states } of grid.rows) {
          const counts = countStates(states)
          const { missed, late } = found.find(({ ownerRole }) => ownerRole === workstream.ownerRole) ?? {
            missed: 0,
            late: 0,
          }
          expect([missed, late]).toEqual([counts.get('missed') ?? 0, counts.get('late') ?? 0])
        }
        expect(found.every(({ missed, late }) => missed + late > 0)).toBe(true)
        expect(found.map(({ missed }) => missed)).toEqual(
          found.map(({ missed }) => missed).toSorted((a, b) => b - a),
        )
      }),
    )
  })

  test('adds up the workstreams of one role', () => {
    const [first] = reporters([baseline()])
    if (!first) throw new Error('no workstream')
    const late = confirm({ recordedAt: '2026-03-14T09:00:00+04:00', for: day('2026-03-13') })
    const [second] = reporters([baseline(), late])
    const workstreams = [first, ...(second ? [second] : [])]
    const grid = fridayGrid(workstreams, [day('2026-03-13')], day('2026-03-14'))
    expect(shortfalls(grid)).toEqual([{ ownerRole: first.ownerRole, missed: 1, late: 1 }])
  })
})
