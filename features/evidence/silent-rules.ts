import type { Fold } from '#features/evidence/check-model.ts'
import type { Cause } from '#features/evidence/reason-model.ts'
import type { Boundary } from '#features/evidence/record-model.ts'
import type { Run } from '#features/evidence/run-model.ts'
import { createTally } from '#features/evidence/tally-rules.ts'

/** A fold that judges nothing, and says why. */
export const silent = (cause: Cause): Fold => ({
  take() {},
  finish: () => createTally().judgement(cause),
})

/** Whether the producer recorded all of these boundaries. */
export const isRecorded = ({ boundaries }: Run, ...needed: readonly Boundary[]): boolean =>
  needed.every(boundary => boundaries.includes(boundary))
