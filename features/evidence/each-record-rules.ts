import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Check } from '#features/evidence/check-model.ts'
import type { Reason } from '#features/evidence/reason-model.ts'
import type { Boundary, EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Run } from '#features/evidence/run-model.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'
import { createTally } from '#features/evidence/tally-rules.ts'

export interface Defect {
  readonly reason: Reason
  readonly detail: string
  /** A weakness that fails nothing. */
  readonly isWarning?: boolean
}

/**
 * A check that looks at each record of some boundaries by itself.
 * @param isWhole whether a run recorded all that the check speaks of; if not, it may fail, and never passes
 */
export const judgeEachRecord = <Code extends CheckCode>(
  code: Code,
  boundaries: readonly Boundary[],
  judge: (record: EvidenceRecord) => Defect | null,
  isWhole: (run: Run) => boolean = () => true,
): Check<Code> => ({
  code,
  start({ run }) {
    if (!boundaries.some(boundary => isRecorded(run, boundary))) return silent('boundary-not-recorded')
    const tally = createTally()
    if (!isWhole(run)) tally.withhold('boundary-not-recorded')
    return {
      take(record) {
        if (!boundaries.includes(record.boundary)) return
        const defect = judge(record)
        if (!defect) tally.pass(record)
        else if (defect.isWarning) tally.warn(record, defect.reason, defect.detail)
        else tally.fail(record, defect.reason, defect.detail)
      },
      finish: () => tally.judgement(),
    }
  },
})
