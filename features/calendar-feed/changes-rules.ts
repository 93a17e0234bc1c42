import type { CalendarEvent } from '#features/calendar-feed/calendar-event-model.ts'
import { inTbilisi, startOfDay } from '#features/checklist/calendar-rules.ts'
import { recordedTime } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { DocumentHead } from '#features/document/document-view-model.ts'

/**
 * How often, and when last, anything changed of a document: its texts and, of a checklist, its ledger. Every event of it
 * counts the same changes, whoever has the work now: the number rises with each of them and never falls.
 * @param lines of its ledger, in any order
 */
export function changesOf(
  { knownTexts, recordedSince }: Pick<DocumentHead, 'knownTexts' | 'recordedSince'>,
  lines: readonly RecordedLine[],
): Pick<CalendarEvent, 'sequence' | 'changedAt'> {
  const changes = lines.filter(line => line.kind === 'change')
  const times = [
    ...changes.map(recordedTime),
    ...(knownTexts.newestAt === null ? [] : [Date.parse(knownTexts.newestAt)]),
  ]
  return {
    sequence: changes.length + knownTexts.count,
    changedAt: inTbilisi(times.length > 0 ? new Date(Math.max(...times)) : startOfDay(recordedSince)),
  }
}
