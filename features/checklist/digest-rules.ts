import type { Day } from '#features/checklist/calendar-model.ts'
import { addDays, fridayOf } from '#features/checklist/calendar-rules.ts'
import { isSilent } from '#features/checklist/changes-rules.ts'
import type { Digest, OwnedNumbers } from '#features/checklist/digest-model.ts'
import { fold, inFoldOrder, recordedBy, recordedOn } from '#features/checklist/fold-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { overdueDays, reviewOverdueDays } from '#features/checklist/overdue-rules.ts'
import { countStatuses, recordReasons } from '#features/checklist/readiness-rules.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'
import { targetMoves } from '#features/checklist/target-move-rules.ts'
import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import type { FridayState } from '#features/checklist/workstream-model.ts'

/** How many target dates are named. */
const NEXT = 5

type Row = Pick<TrackerRow, 'number' | 'ownerRole'>

const byOwner = (rows: readonly Row[]): OwnedNumbers[] =>
  [...Map.groupBy(rows, row => row.ownerRole)].map(([ownerRole, owned]) => ({
    ownerRole,
    numbers: owned.map(row => row.number),
  }))

/**
 * What is to be said of a checklist in the week of a day, as known when that day ended in Tbilisi. The last Friday is
 * the one before the week's own.
 * @param lines its ledger, baseline included, also an implied one
 * @returns null for a day before the baseline
 */
export function digestOf(
  lines: readonly RecordedLine[],
  rows: readonly Row[],
  nextReviewDate: Day | null,
  asOf: Day,
): Digest | null {
  const known = recordedBy(lines, asOf)
  const states = fold(known, asOf)
  if (states.size === 0) return null
  const friday = fridayOf(asOf)
  const lastFriday = addDays(friday, -7)
  const linesOf = Map.groupBy(known, line => line.workstream)
  const stepsByNumber = Map.groupBy(
    stepsOf(known).filter(step => recordedOn(step.line) > lastFriday && !isSilent(step)),
    ({ line }) => line.workstream,
  )
  const inState = (week: Day, state: FridayState) =>
    byOwner(rows.filter(({ number }) => fridayState(linesOf.get(number) ?? [], week, asOf) === state))
  const standing = rows.flatMap(({ number, ownerRole }) => {
    const state = states.get(number)
    if (!state) return []
    const moves = targetMoves(inFoldOrder(linesOf.get(number) ?? []))
    return [{ ...state, ownerRole, overdueDays: overdueDays(state, asOf), moves }]
  })
  return {
    asOf,
    friday,
    lastFriday,
    counts: countStatuses(standing),
    isHeldBack:
      recordReasons(standing, { reviewOverdueDays: reviewOverdueDays(nextReviewDate, asOf) }).length > 0,
    changed: rows.flatMap(({ number }) => {
      const steps = stepsByNumber.get(number)
      return steps ? [{ number, steps }] : []
    }),
    blocked: standing.flatMap(state => {
      const open = openBlocker(state)
      const { number, ownerRole } = state
      return open ? [{ number, ownerRole, raisedOn: open.raisedOn, note: open.note }] : []
    }),
    due: inState(friday, 'due'),
    late: inState(lastFriday, 'late'),
    missed: inState(lastFriday, 'missed'),
    next: standing
      .filter(({ status }) => status !== 'DONE')
      .toSorted((a, b) =>
        a.targetDate === b.targetDate ? a.number - b.number : a.targetDate < b.targetDate ? -1 : 1,
      )
      .slice(0, NEXT),
  }
}
