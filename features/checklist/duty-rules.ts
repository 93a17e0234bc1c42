import type { Day } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi, fridayOf } from '#features/checklist/calendar-rules.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import { type Standing, standingOf } from '#features/checklist/recording-rules.ts'
import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'

/** What is owed of a workstream on a day. */
export interface Duty {
  readonly row: TrackerRow
  readonly standing: Standing
  /** The Friday of the day's week, where nothing has been reported for it; null: nothing is owed. */
  readonly due: Day | null
  /** Earlier Fridays that went without a report, the oldest first; each may be confirmed late. */
  readonly missed: readonly Day[]
}

/**
 * The workstreams of which a report is owed, in the order of the table.
 * @param lines of the ledger, or of its implied baseline
 * @param today in Tbilisi
 */
export function dutiesOf(
  rows: readonly TrackerRow[],
  lines: readonly HashedLedgerLine[],
  today: Day,
): Duty[] {
  const [first] = inFoldOrder(lines)
  if (!first) return []
  const fridays = owedFridays(dayInTbilisi(new Date(first.recordedAt)), today)
  return rows.flatMap(row => {
    const own = lines.filter(line => line.workstream === row.number)
    const standing = standingOf(own, row.number)
    const inState = (state: 'due' | 'missed') =>
      fridays.filter(friday => fridayState(own, friday, today) === state)
    const due = inState('due').find(friday => friday === fridayOf(today)) ?? null
    const missed = inState('missed')
    return standing && (due !== null || missed.length > 0) ? [{ row, standing, due, missed }] : []
  })
}
