import type { ChecklistChanges } from '#features/checklist/changes-model.ts'
import type { Span } from '#features/checklist/span-rules.ts'

/** What changed in a span. */
export interface AskedChanges {
  readonly span: Span
  readonly checklists: readonly ChecklistChanges[]
}
