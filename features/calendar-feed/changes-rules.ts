import type { CalendarEvent } from '#features/calendar-feed/calendar-event-model.ts'
import { inTbilisi, startOfDay } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'

/**
 * How often, and when last, lines of a ledger changed anything. A ledger only grows, so the number only rises.
 * @param lines in the order of the fold
 */
export function changesOf(
  lines: readonly RecordedLine[],
  { baselineDay }: Pick<ChecklistView, 'baselineDay'>,
): Pick<CalendarEvent, 'sequence' | 'changedAt'> {
  const changes = lines.filter(line => line.kind === 'change')
  const begun = lines[0]?.recordedAt ?? inTbilisi(startOfDay(baselineDay))
  return { sequence: changes.length, changedAt: changes.at(-1)?.recordedAt ?? begun }
}
