import type { OwnerRole } from '#features/access/role-model.ts'
import type { CalendarEvent } from '#features/calendar-feed/calendar-event-model.ts'
import { changesOf } from '#features/calendar-feed/changes-rules.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import { addDays, fridayOf } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { recordedOn } from '#features/checklist/fold-rules.ts'
import { listed, sentence } from '#features/localization/join-rules.ts'
import { standingWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { stableUuid } from '#features/portal/urn-rules.ts'

/** The last Friday for which a role owes anything; null while some of its work is not done. */
function lastFriday(mine: readonly WorkstreamView[], baselineDay: Day): Day | null {
  if (mine.some(({ status }) => status !== 'DONE')) return null
  const changes = mine.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'change').map(recordedOn))
  return fridayOf(changes.toSorted().at(-1) ?? baselineDay)
}

function dutyOf(
  role: OwnerRole,
  mine: readonly WorkstreamView[],
  checklist: ChecklistView,
  wording: Wording,
  wish: FileWish,
): CalendarEvent[] {
  const { t } = wording
  const { document, baselineDay } = checklist
  const first = addDays(fridayOf(baselineDay), 7)
  const until = lastFriday(mine, baselineDay)
  if (until !== null && until < first) return []
  const open = mine.filter(({ status }) => status !== 'DONE').map(({ number }) => number)
  return [
    {
      uid: stableUuid('friday', document.path, role),
      ...changesOf(document, checklist.lines),
      day: first,
      weekly: { until },
      summary: t('calendar.friday', { role }),
      lang: wording.locale,
      description: [
        t('calendar.fridayRule'),
        ...(open.length > 0 ? [t('calendar.open', { numbers: listed(open, wording) })] : []),
        `${t('readiness.checklist')} ${document.title.text}`,
        sentence(standingWords(document.title, wording, document.standing.authoritativeLocale), wording),
      ],
      address: pageAddress(wish, `/docs/${document.path}`),
      kind: 'friday',
      role,
    },
  ]
}

/** The Friday duty of each role: every week from the first Friday owed, until all that the role has is done. */
export function dutyEvents(checklist: ChecklistView, wording: Wording, wish: FileWish): CalendarEvent[] {
  const byRole = Map.groupBy(checklist.workstreams, ({ ownerRole }) => ownerRole)
  return [...byRole].flatMap(([role, mine]) => dutyOf(role, mine, checklist, wording, wish))
}
