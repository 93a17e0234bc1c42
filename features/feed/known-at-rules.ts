import type { Day } from '#features/checklist/calendar-model.ts'
import { endOfDay, inTbilisi } from '#features/checklist/calendar-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { isEnteredLater } from '#features/checklist/step-rules.ts'

/**
 * Instant from which a feed could tell of a line, in Tbilisi: a program that looks for what is newer than its last look
 * would never see a line that was entered later, were it dated as recorded. As of a day before the line was entered, it
 * is dated as recorded.
 */
export function knownAt(line: RecordedLine, asOf: Day): string {
  const entered = new Date(line.enteredAt ?? line.recordedAt)
  return inTbilisi(isEnteredLater(line) && entered <= endOfDay(asOf) ? entered : new Date(line.recordedAt))
}
