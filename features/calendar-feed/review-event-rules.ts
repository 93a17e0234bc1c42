import { isRole } from '#features/access/role-model.ts'
import type { CalendarEvent } from '#features/calendar-feed/calendar-event-model.ts'
import { inTbilisi, startOfDay } from '#features/checklist/calendar-rules.ts'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { stableUuid } from '#features/portal/urn-rules.ts'

/** The next review of each document. Each is an occasion of its own: one with another date is another event. */
export const reviewEvents = (
  documents: readonly DocumentHead[],
  wording: Wording,
  wish: FileWish,
): CalendarEvent[] =>
  documents.flatMap(({ path, title, metadata, category, standing, recordedSince }) => {
    const { nextReviewDate, lastReviewDate, ownerRole } = metadata
    const role = ownerRole ?? category.ownerRole
    if (nextReviewDate === null) return []
    return {
      uid: stableUuid('review', path, nextReviewDate),
      sequence: 0,
      changedAt: inTbilisi(startOfDay(lastReviewDate ?? recordedSince)),
      day: nextReviewDate,
      weekly: null,
      summary: wording.t('calendar.review', { title: title.text }),
      lang: title.lang,
      description: [
        wording.t('calendar.reviewBy', { role }),
        `${authorityWords(title.authority, wording, standing.authoritativeLocale)}.`,
      ],
      address: pageAddress(wish, `/docs/${path}`),
      kind: 'review' as const,
      role: isRole(role) ? role : null,
    }
  })
