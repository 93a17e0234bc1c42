import type { RunContext } from '#features/evidence/check-model.ts'
import { CHECKS } from '#features/evidence/checks/index.ts'
import { createCounts } from '#features/evidence/claim-rules.ts'
import type { JudgedRun } from '#features/evidence/judged-run-model.ts'
import { createProfile } from '#features/evidence/profile-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'

/** Every check of one run at once, each fed with every record (see `Fold` for their order). */
export function judgeRun(context: RunContext) {
  const folds = CHECKS.map(check => ({ code: check.code, fold: check.start(context) }))
  const counting = createCounts()
  const profiling = createProfile(context.run)
  return {
    take(record: EvidenceRecord): void {
      for (const { fold } of folds) fold.take(record)
      counting.take(record)
      profiling.take(record)
    },
    takeReplayed(record: EvidenceRecord): void {
      for (const { fold } of folds) fold.takeReplayed?.(record)
    },
    finish: (): JudgedRun => ({
      judgements: new Map(folds.map(({ code, fold }) => [code, fold.finish()])),
      counts: counting.counts(),
      profile: profiling.profile(),
    }),
  }
}
