import type { OwnWork } from '#features/checklist/own-work-model.ts'
import type { ReviewerPart } from '#features/reviewer/reviewer-part-model.ts'
import type { AdminPart } from '#features/upkeep/admin-part-model.ts'

/** What a reader who has signed in comes for first; a part is null where it is none of theirs. */
export interface ReaderParts {
  readonly admin: AdminPart | null
  readonly reviewer: ReviewerPart | null
  readonly own: OwnWork | null
}
