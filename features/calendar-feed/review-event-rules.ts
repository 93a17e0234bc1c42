import { isRole } from '#features/access/role-model.ts'
import type { CalendarEvent } from '#features/calendar-feed/calendar-event-model.ts'
import { changesOf } from '#features/calendar-feed/changes-rules.ts'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import { sentence } from '#features/localization/join-rules.ts'
import { standingWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { stableUuid } from '#features/portal/urn-rules.ts'

/** The next review of each document. One event a document: it moves with the date. */
export const reviewEvents = (
  documents: readonly DocumentHead[],
  wording: Wording,
  wish: FileWish,
): CalendarEvent[] =>
  documents.flatMap(document => {
    const { path, title, metadata, category, standing } = document
    const { nextReviewDate, ownerRole } = metadata
    const role = ownerRole ?? category.ownerRole
    if (nextReviewDate === null) return []
    return {
      uid: stableUuid('review', path),
      ...changesOf(document, []),
      day: nextReviewDate,
      weekly: null,
      summary: wording.t('calendar.review', { title: title.text }),
      lang: title.lang,
      description: [
        wording.t('calendar.reviewBy', { role }),
        sentence(standingWords(title, wording, standing.authoritativeLocale), wording),
      ],
      address: pageAddress(wish, `/docs/${path}`),
      kind: 'review' as const,
      role: isRole(role) ? role : null,
    }
  })
