import type { ClassCounts } from '#features/access/class-counts-model.ts'
import type { IngestPage } from '#features/portal/ingest-step-rules.ts'
import type { LackCount } from '#features/upkeep/upkeep-model.ts'

/** What an admin comes for: how the content is kept, what was taken in, and how much of it is withheld from whom. */
export interface AdminPart {
  /** One of each lack. */
  readonly lacks: readonly LackCount[]
  /** The newest ones. */
  readonly ingests: IngestPage
  /** Documents by class. */
  readonly documents: ClassCounts
}
