import type { EvidenceResource } from '#features/api/evidence-resource-model.ts'
import type { WorkstreamEvidence } from '#features/evidence/verdict-model.ts'

/** What evidence shows of a workstream, as the API shows it. */
export const evidenceResource = ({ verdicts, findings }: WorkstreamEvidence): EvidenceResource => ({
  dev: verdicts.dev.verdict,
  stage: verdicts.stage.verdict,
  prod: verdicts.prod.verdict,
  checks: findings.map(({ check, environment, finding, source }) => ({
    code: check,
    environment,
    finding,
    runId: finding === 'not-run' ? null : (source?.run.run.runId ?? null),
  })),
})
