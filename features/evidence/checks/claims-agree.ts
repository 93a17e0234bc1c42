import type { Check } from '#features/evidence/check-model.ts'
import { compareClaims, createCounts } from '#features/evidence/claim-rules.ts'
import { createTally } from '#features/evidence/tally-rules.ts'

/** Each claim of the run that its records can bear out equals what they say. */
export const claimsAgree: Check<'claims-agree'> = {
  code: 'claims-agree',
  start({ run }) {
    const counting = createCounts()
    return {
      take: counting.take,
      finish() {
        const tally = createTally()
        const subject = { runId: run.runId, number: null }
        for (const { name, claimed, recomputed, agrees } of compareClaims(run, counting.counts())) {
          if (agrees === undefined) continue
          if (agrees) tally.pass(subject)
          else tally.fail(subject, 'claim-differs', `${name}: ${claimed} ≠ ${recomputed}`)
        }
        return tally.judgement('no-claims')
      },
    }
  },
}
