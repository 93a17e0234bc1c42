import {
  EVIDENCE_GAPS,
  type EvidenceGap,
  type Readiness,
  type ReadinessReason,
  type StatusCounts,
} from '#features/checklist/readiness-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { EvidenceMapping } from '#features/evidence/mapping-model.ts'
import type { Verdict, WorkstreamEvidence } from '#features/evidence/verdict-model.ts'

type Standing = Pick<WorkstreamState, 'number' | 'status'>
type Backed = Standing & { readonly evidence: Pick<WorkstreamEvidence, 'verdicts'> }
type Asked = Pick<EvidenceMapping, 'required' | 'workstreams'>

const ofAll = (code: ReadinessReason['code']): ReadinessReason => ({
  code,
  workstream: null,
  environment: null,
})

export function countStatuses(states: readonly Pick<WorkstreamState, 'status'>[]): StatusCounts {
  const count = (status: Status) => states.filter(state => state.status === status).length
  return {
    total: states.length,
    done: count('DONE'),
    inProgress: count('IN_PROGRESS'),
    blocked: count('BLOCKED'),
    todo: count('TODO'),
  }
}

/** What keeps a checklist from being ready by its own record, whatever the evidence says. */
export const recordReasons = (
  states: readonly Standing[],
  { reviewOverdueDays }: { reviewOverdueDays: number },
): ReadinessReason[] => [
  ...states
    .filter(state => state.status !== 'DONE')
    .map(state => ({ ...ofAll('not-done'), workstream: state.number })),
  ...(reviewOverdueDays > 0 ? [ofAll('review-overdue')] : []),
]

const isGap = (verdict: Verdict): verdict is EvidenceGap =>
  (EVIDENCE_GAPS as readonly Verdict[]).includes(verdict)

/** Where a workstream lacks evidence that the document requires, and what is wrong there. */
export const gapsOf = (
  { evidence }: Pick<Backed, 'evidence'>,
  { required }: Pick<Asked, 'required'>,
): { environment: Environment; gap: EvidenceGap }[] =>
  required.flatMap(environment => {
    const { verdict } = evidence.verdicts[environment]
    return isGap(verdict) ? [{ environment, gap: verdict }] : []
  })

function evidenceReasons(workstreams: readonly Backed[], asked: Asked): ReadinessReason[] {
  // What nobody asked to be judged is not ready (docs/decisions/0022).
  if (asked.workstreams.length === 0) return [ofAll('evidence-not-mapped')]
  return workstreams.flatMap(workstream =>
    gapsOf(workstream, asked).map(
      ({ environment, gap }): ReadinessReason => ({
        code: `evidence-${gap}`,
        workstream: workstream.number,
        environment,
      }),
    ),
  )
}

/**
 * Counts a checklist's workstreams by status and says what keeps it from being ready: work that is not done, a review
 * that is overdue, evidence that is not there where the document requires it (DESIGN 6, "Verdicts").
 */
export function readiness(
  workstreams: readonly Backed[],
  document: { readonly reviewOverdueDays: number; readonly evidenceMapping: Asked },
): Readiness {
  const reasons = [
    ...recordReasons(workstreams, document),
    ...evidenceReasons(workstreams, document.evidenceMapping),
  ]
  return { ...countStatuses(workstreams), ready: reasons.length === 0, reasons }
}
