import type { OwnerRole } from '#features/access/role-model.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'

/** What of a checklist belongs to a reader's roles. */
export interface OwnChecklist {
  readonly checklist: ChecklistView
  /** At least one, the most pressing first. */
  readonly workstreams: readonly WorkstreamView[]
  /** What the document's files hold, for commands; null where the reader may not know, lacking where the page speaks of a day gone by. */
  readonly expected?: string | null
}

/** The workstreams of somebody who holds owner roles. */
export interface OwnWork {
  /** The owner roles held, at least one. */
  readonly roles: readonly OwnerRole[]
  /** None where none of the roles owns anything. */
  readonly checklists: readonly OwnChecklist[]
}
