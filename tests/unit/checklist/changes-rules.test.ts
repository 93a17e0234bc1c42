import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { addDays, dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { Changes, Held } from '#features/checklist/changes-model.ts'
import { changesBetween } from '#features/checklist/changes-rules.ts'
import { fold, inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { LedgerLine, RecordedLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { legalLedger } from './legal-ledgers.ts'
import { baseline, change, confirm, day } from './stories.ts'

const record = (...lines: LedgerLine[]): RecordedLine[] =>
  inFoldOrder(lines.map(line => ({ ...hashed(line), enteredAt: null })))

const at = (time: string): { recordedAt: string } => ({ recordedAt: `2026-03-${time}:00+04:00` })
const span = (from: string, to: string) => ({ from: day(`2026-03-${from}`), to: day(`2026-03-${to}`) })

const held = (state: Held | null | undefined): Held | null =>
  state ? { status: state.status, targetDate: state.targetDate } : null

/** The state of each workstream after the steps listed, one upon the other. */
function applied(lines: RecordedLine[], from: Day, { workstreams }: Changes): Map<number, Held | null> {
  const states = new Map([...fold(lines, from)].map(([number, state]) => [number, held(state)]))
  for (const { number, steps } of workstreams)
    for (const { previous, after } of steps.toReversed()) {
      expect(held(previous)).toEqual(states.get(number) ?? null)
      states.set(number, held(after))
    }
  return states
}

describe('what changed between two days', () => {
  test('is told of the lines after the end of the first day and up to the end of the second', () => {
    const lines = record(
      baseline(),
      change(at('13T23:59')),
      change({ ...at('14T00:00'), status: 'BLOCKED', note: { ka: 'ელის' } }),
      change({ ...at('20T23:59'), resolution: { ka: 'აღარ ელის' } }),
      change({ ...at('21T00:00'), status: 'DONE' }),
    )
    const { workstreams } = changesBetween(lines, span('13', '20'))
    expect(workstreams).toMatchObject([
      {
        number: 1,
        before: { status: 'IN_PROGRESS' },
        after: { status: 'IN_PROGRESS' },
        steps: [{ kinds: ['unblocked'] }, { kinds: ['blocked'] }],
      },
    ])
  })

  test('is nothing between the ends of one and the same day', () => {
    const lines = record(baseline(), change(at('13T12:00')))
    expect(changesBetween(lines, span('13', '13'))).toMatchObject({
      workstreams: [],
      confirmations: { count: 0 },
    })
  })

  test('begins with the baseline where the first day lies before it', () => {
    expect(changesBetween(record(baseline()), span('01', '04')).workstreams).toMatchObject([
      { before: null, after: { status: 'TODO' }, steps: [{ kinds: ['baseline'] }] },
    ])
  })

  test('counts confirmations, and lists those that say something', () => {
    const lines = record(
      baseline(),
      baseline({ workstream: 2 }),
      confirm(at('13T10:00')),
      confirm({ ...at('20T10:00'), reason: { en: 'on behalf of the owner' }, by: 'GOVERNANCE_ADMIN' }),
      confirm({ ...at('20T11:00'), workstream: 2 }),
    )
    const { workstreams, confirmations } = changesBetween(lines, span('06', '20'))
    expect(confirmations).toEqual({ count: 2, workstreams: [1, 2] })
    expect(workstreams).toMatchObject([{ number: 1, steps: [{ line: { by: 'GOVERNANCE_ADMIN' } }] }])
  })

  test('applied to what held as the first day ended, gives what held as the second did', () => {
    fc.assert(
      fc.property(legalLedger, fc.nat({ max: 120 }), fc.nat({ max: 120 }), (ledger, start, length) => {
        const lines = record(...ledger)
        const from = addDays(day('2026-03-01'), start)
        const to = addDays(from, length)
        const changes = changesBetween(lines, { from, to })
        const after = new Map([...fold(lines, to)].map(([number, state]) => [number, held(state)]))
        expect(applied(lines, from, changes)).toEqual(after)
        for (const { number, ...sum } of changes.workstreams) {
          expect(sum.before).toEqual(held(fold(lines, from).get(number)))
          expect(sum.after).toEqual(after.get(number))
        }
      }),
    )
  })

  test('lists or counts every line of the span once, in parts of no more steps than allowed and a day', () => {
    fc.assert(
      fc.property(legalLedger, fc.integer({ min: 1, max: 8 }), (ledger, most) => {
        const lines = record(...ledger)
        const last = lines.at(-1)
        if (!last) return
        const whole = { from: day('2026-03-01'), to: dayInTbilisi(new Date(last.recordedAt)) }
        const seen: string[] = []
        let unlisted = 0
        for (let part: typeof whole | null = whole; part; ) {
          const changes: Changes = changesBetween(lines, part, most)
          const steps = changes.workstreams.flatMap(workstream => workstream.steps)
          expect(steps.length).toBeLessThanOrEqual(most)
          seen.push(...steps.map(({ line }) => line.hash))
          unlisted += changes.unlisted
          part = changes.earlier
        }
        const { count } = changesBetween(lines, whole, most).confirmations
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.length + unlisted + count).toBe(lines.length)
      }),
    )
  })
})
