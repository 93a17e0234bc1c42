import type { Day } from '#features/checklist/calendar-model.ts'
import { daysBetween } from '#features/checklist/calendar-rules.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'

/** Days by which a target date has passed on a day; 0 on the target date itself, and where the work is DONE. */
export const overdueDays = (
  { status, targetDate }: Pick<WorkstreamState, 'status' | 'targetDate'>,
  day: Day,
): number => (status === 'DONE' ? 0 : Math.max(0, daysBetween(targetDate, day)))

/** Days by which a document's review is late on a day; 0 where its metadata names no next review. */
export const reviewOverdueDays = (nextReviewDate: Day | null, day: Day): number =>
  nextReviewDate === null ? 0 : Math.max(0, daysBetween(nextReviewDate, day))
