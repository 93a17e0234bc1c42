import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { Finding, Judgement } from '#features/evidence/finding-model.ts'
import type { MappedWorkstream } from '#features/evidence/mapping-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

/** What evidence says of a workstream in an environment (DESIGN 6, "Verdicts"). */
export const VERDICTS = ['corroborated', 'contradicted', 'not-run', 'stale', 'none-required'] as const

export type Verdict = (typeof VERDICTS)[number]

/** What counts for a check in an environment. */
export interface CountingFinding {
  readonly check: CheckCode
  readonly environment: Environment
  /** `not-run` where no run has judged it. */
  readonly finding: Finding
  /** The run whose finding counts: the newest that judged it; else the newest that says why it could not; null where none says anything. */
  readonly source: { readonly run: RunView; readonly judgement: Judgement } | null
}

/** The same beside the limit of a workstream. */
export interface HeldFinding extends CountingFinding {
  /** Whether the run that judged it, or one that it was compared with, is older than the workstream allows. */
  readonly isStale: boolean
}

export interface EnvironmentVerdict {
  readonly verdict: Verdict
  /** Of what is corroborated: how many of its checks passed with warnings. */
  readonly warnings: number
}

/** What stands next to a workstream's status. It never changes it. */
export interface WorkstreamEvidence {
  readonly verdicts: Readonly<Record<Environment, EnvironmentVerdict>>
  /** Every check that the document maps to it, in every environment; none where it rests on documents. */
  readonly findings: readonly HeldFinding[]
  /** What the document maps to it; null where it rests on documents. */
  readonly mapped: MappedWorkstream | null
}
