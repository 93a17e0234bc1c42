import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { RunCounts } from '#features/evidence/claim-rules.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'

/** All that is told of a run from its records. */
export interface JudgedRun {
  readonly judgements: ReadonlyMap<CheckCode, Judgement>
  readonly counts: RunCounts
  readonly profile: Profile
}
