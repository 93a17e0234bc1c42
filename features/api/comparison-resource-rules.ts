import type { ComparisonResource } from '#features/api/comparison-resource-model.ts'
import { claimedResource } from '#features/api/runs-resource-rules.ts'
import { withheldEvidence } from '#features/api/withheld-evidence-model.ts'
import type { Comparison, JudgedBy, Side } from '#features/evidence/comparison-rules.ts'
import type { RecordSight } from '#features/evidence/record-sight-rules.ts'
import { withheldOfComparison } from '#features/evidence/withheld-evidence-rules.ts'

const sideResource = ({ environment, view }: Side) => ({ environment, runId: view?.run.runId ?? null })

const judgedResource = (judged: JudgedBy | null) =>
  judged && { runId: judged.view.run.runId, finding: judged.judgement.finding }

/** What changed from one side to the other, as the API shows it. */
export const comparisonBody = (
  comparison: Comparison,
  sight: RecordSight,
): Omit<ComparisonResource, 'apiVersion' | 'revision' | 'asOf' | 'scope' | 'locale'> => ({
  ...comparedBody(comparison),
  withheld: withheldEvidence(withheldOfComparison(comparison, sight)),
})

const comparedBody = ({ a, b, checks, runs, aspects, claims }: Comparison) => ({
  a: sideResource(a),
  b: sideResource(b),
  checks: checks.map(({ check, change, ...of }) => ({
    code: check,
    change,
    a: judgedResource(of.a),
    b: judgedResource(of.b),
  })),
  runs: runs && { a: runs.a.run.runId, b: runs.b.run.runId },
  profile: aspects.map(({ aspect, onlyA, onlyB }) => ({ aspect, onlyA: [...onlyA], onlyB: [...onlyB] })),
  claims: claims.map(claim => ({
    name: claim.name,
    a: claim.a ? claimedResource(claim.a) : null,
    b: claim.b ? claimedResource(claim.b) : null,
  })),
})
