import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import type { ToldRun } from '#features/evidence/told-run-model.ts'

/** What was found of a run, in the order of DESIGN 6. */
export const toldJudgements = ({ judgements }: ToldRun): (readonly [CheckCode, Judgement])[] =>
  CHECK_CODES.flatMap(check => {
    const judgement = judgements.get(check)
    return judgement ? [[check, judgement] as const] : []
  })
