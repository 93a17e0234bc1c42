import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { gapsOf } from '#features/checklist/readiness-rules.ts'

/** A workstream that is DONE by its owner's record, and what evidence lacks of it in required environments. */
interface Unbacked {
  readonly workstream: WorkstreamView
  readonly gaps: ReturnType<typeof gapsOf>
}

/** "DONE, but …": the record stays as it is; this stands next to it (DESIGN 6, "Verdicts"). */
export const unbackedIn = ({ workstreams, document }: ChecklistView): Unbacked[] =>
  workstreams.flatMap(workstream => {
    const gaps = workstream.status === 'DONE' ? gapsOf(workstream, document.evidenceMapping) : []
    return gaps.length > 0 ? [{ workstream, gaps }] : []
  })
