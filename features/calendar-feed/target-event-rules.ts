import type { CalendarEvent } from '#features/calendar-feed/calendar-event-model.ts'
import { changesOf } from '#features/calendar-feed/changes-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { movesWords } from '#features/feed/moves-words-rules.ts'
import { sentence } from '#features/localization/join-rules.ts'
import { standingWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { stableUuid } from '#features/portal/urn-rules.ts'

/**
 * The target date of each workstream. What is done stays, and says so: an event that vanished would look as if it had
 * never been due, and one that is cancelled as if the work had been given up.
 */
export function targetEvents(checklist: ChecklistView, wording: Wording, wish: FileWish): CalendarEvent[] {
  const { t, day } = wording
  const { document, workstreams, lines } = checklist
  const changes = changesOf(document, lines)
  return workstreams.map(({ number, title, status, ownerRole, ...workstream }) => ({
    uid: stableUuid('target', document.path, String(number)),
    ...changes,
    day: workstream.targetDate,
    weekly: null,
    summary: t(status === 'DONE' ? 'calendar.done' : 'calendar.target', {
      number: String(number),
      title: title.text,
    }),
    lang: title.lang,
    description: [
      t('feed.state', { status: t(`status.${status}`), code: status, day: day(workstream.targetDate) }),
      t('feed.owedBy', { role: ownerRole }),
      ...(workstream.moves ? [movesWords(workstream.moves, wording)] : []),
      `${t('readiness.checklist')} ${document.title.text}`,
      sentence(standingWords(title, wording, document.standing.authoritativeLocale), wording),
    ],
    address: pageAddress(wish, `/docs/${document.path}/${number}`),
    kind: 'target',
    role: ownerRole,
  }))
}
