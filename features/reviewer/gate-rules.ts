import { daysBetween } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { EVIDENCE_GAPS } from '#features/checklist/readiness-model.ts'
import { gapsOf } from '#features/checklist/readiness-rules.ts'
import type { GapObstacle, Gate } from '#features/reviewer/gate-model.ts'

type Checked = Pick<ChecklistView, 'document' | 'workstreams'>

/** Blocked work first: nothing moves it but its blocker; then the latest, then what is due first. */
const byWeight = (a: WorkstreamView, b: WorkstreamView): number =>
  Number(b.status === 'BLOCKED') - Number(a.status === 'BLOCKED') ||
  b.overdueDays - a.overdueDays ||
  daysBetween(b.targetDate, a.targetDate) ||
  a.number - b.number

function evidenceGates({ document, workstreams }: Checked): Gate[] {
  const { evidenceMapping } = document
  if (evidenceMapping.workstreams.length === 0) return [{ code: 'mapping' }]
  const gaps = workstreams.flatMap(workstream =>
    gapsOf(workstream, evidenceMapping).map(found => ({ ...found, workstream })),
  )
  const byGap = (a: GapObstacle, b: GapObstacle) =>
    EVIDENCE_GAPS.indexOf(a.gap) - EVIDENCE_GAPS.indexOf(b.gap) || a.workstream.number - b.workstream.number
  return evidenceMapping.required.map(environment => ({
    code: 'evidence',
    environment,
    obstacles: gaps.filter(gap => gap.environment === environment).toSorted(byGap),
  }))
}

/** The gates on the way to production in the order in which they decide, and what stands in each, the weightiest first. */
export const gatesOf = (checklist: Checked): Gate[] => [
  {
    code: 'work',
    obstacles: checklist.workstreams.filter(({ status }) => status !== 'DONE').toSorted(byWeight),
  },
  { code: 'review', overdueDays: checklist.document.reviewOverdueDays },
  ...evidenceGates(checklist),
]

/** Whether nothing stands in a gate. All of them are passed where the checklist is ready, and there alone. */
export function isPassed(gate: Gate): boolean {
  if (gate.code === 'mapping') return false
  return gate.code === 'review' ? gate.overdueDays === 0 : gate.obstacles.length === 0
}
