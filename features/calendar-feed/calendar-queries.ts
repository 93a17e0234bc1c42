import { isRole, ROLES } from '#features/access/role-model.ts'
import { calendarOf } from '#features/calendar-feed/calendar-feed-rules.ts'
import { dutyEvents } from '#features/calendar-feed/duty-event-rules.ts'
import { reviewEvents } from '#features/calendar-feed/review-event-rules.ts'
import { targetEvents } from '#features/calendar-feed/target-event-rules.ts'
import { readChecklists } from '#features/checklist/visible-queries.ts'
import { readLibrary } from '#features/document/document-queries.ts'
import { factWith } from '#features/localization/join-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import type { FileWish, NoFile, PortalFile } from '#features/portal/file-model.ts'
import { noRecordYet } from '#features/portal/file-rules.ts'

/** Target dates, reviews and the Friday duty, of one role where `role` names one, as an iCalendar. */
export async function readCalendar(wish: FileWish): Promise<PortalFile | NoFile> {
  const role = wish.query.get('role')
  if (role !== null && !isRole(role))
    return {
      status: 400,
      detail: `Expected one of ${ROLES.join(', ')} as role, found ${JSON.stringify(role)}.`,
    }
  const [checklists, shelves, wording] = await Promise.all([
    readChecklists(wish.locale, wish.asOf),
    readLibrary(wish.locale, wish.asOf),
    wordingIn(wish.locale),
  ])
  if (checklists === 'no-record-yet') return noRecordYet(wish)
  const documents = shelves.flatMap(shelf => shelf.documents)
  const events = [
    ...checklists.flatMap(each => targetEvents(each, wording, wish)),
    ...reviewEvents(documents, wording, wish),
    ...checklists.flatMap(each => dutyEvents(each, wording, wish)),
  ].filter(event => role === null || event.role === role)
  const title = wording.t('calendar.title')
  return {
    type: 'text/calendar; charset=utf-8',
    body: calendarOf(events, role === null ? title : factWith(title, role, wording), wording),
    saveAs: null,
  }
}
