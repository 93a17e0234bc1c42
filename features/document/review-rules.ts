import type { Day } from '#features/checklist/calendar-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { DocumentText } from '#features/document/document-model.ts'

const FUTURE: Rule = {
  code: 'review-in-future',
  severity: 'error',
  mend: 'Write the day on which the document was last reviewed, not the one on which it will be.',
}
const ORDER: Rule = {
  code: 'review-order',
  severity: 'error',
  mend: 'Write a next review that follows the last one.',
}

/** Review dates that cannot be: a last review after today in Tbilisi, a next one before the last. */
export function checkReviewDates(
  { metadata: { lastReviewDate: last, nextReviewDate: next }, metadataPlaces }: DocumentText,
  today: Day,
): Diagnostic[] {
  const lastPlace = metadataPlaces.get('lastReviewDate')
  const nextPlace = metadataPlaces.get('nextReviewDate')
  return [
    ...(last && lastPlace && last > today
      ? [report(FUTURE, lastPlace, `expected a last review by ${today}, found ${last}`)]
      : []),
    ...(last && next && nextPlace && next < last
      ? [report(ORDER, nextPlace, `expected a next review on or after ${last}, found ${next}`)]
      : []),
  ]
}
