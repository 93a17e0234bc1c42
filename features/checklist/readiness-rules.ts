import type { Readiness, ReadinessReason } from '#features/checklist/readiness-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'

const ofAll = (code: ReadinessReason['code']): ReadinessReason => ({
  code,
  workstream: null,
  environment: null,
})

/**
 * Counts a checklist's workstreams by status and says what keeps it from being ready.
 * Evidence is not judged yet, and what nobody judged is not ready.
 */
export function readiness(
  states: Iterable<Pick<WorkstreamState, 'number' | 'status'>>,
  { reviewOverdueDays }: { reviewOverdueDays: number },
): Readiness {
  const all = [...states]
  const count = (status: Status) => all.filter(state => state.status === status).length
  const reasons = [
    ...all
      .filter(state => state.status !== 'DONE')
      .map(state => ({ ...ofAll('not-done'), workstream: state.number })),
    ...(reviewOverdueDays > 0 ? [ofAll('review-overdue')] : []),
    ofAll('evidence-not-judged'),
  ]
  return {
    total: all.length,
    done: count('DONE'),
    inProgress: count('IN_PROGRESS'),
    blocked: count('BLOCKED'),
    todo: count('TODO'),
    ready: reasons.length === 0,
    reasons,
  }
}
