import type { Check } from '#features/evidence/check-model.ts'
import { claimsAgree } from '#features/evidence/checks/claims-agree.ts'
import { dlqComplete } from '#features/evidence/checks/dlq-complete.ts'
import { dlqControlled } from '#features/evidence/checks/dlq-controlled.ts'
import { effectOnce } from '#features/evidence/checks/effect-once.ts'
import { envelopeComplete } from '#features/evidence/checks/envelope-complete.ts'
import { keyIsIntent } from '#features/evidence/checks/key-is-intent.ts'
import { noLoss } from '#features/evidence/checks/no-loss.ts'
import { orderPerIntent } from '#features/evidence/checks/order-per-intent.ts'
import { partitionStable } from '#features/evidence/checks/partition-stable.ts'
import { replayClosed } from '#features/evidence/checks/replay-closed.ts'
import { replayKeyKept } from '#features/evidence/checks/replay-key-kept.ts'
import { retryPolicy } from '#features/evidence/checks/retry-policy.ts'
import { schemaValid } from '#features/evidence/checks/schema-valid.ts'
import { traceComplete } from '#features/evidence/checks/trace-complete.ts'

/** Every check of one run, in the order of DESIGN 6. A new one is a file, a code in `check-code-model.ts` and a line here. */
export const CHECKS = [
  envelopeComplete,
  schemaValid,
  keyIsIntent,
  partitionStable,
  orderPerIntent,
  traceComplete,
  noLoss,
  effectOnce,
  dlqComplete,
  dlqControlled,
  replayClosed,
  replayKeyKept,
  retryPolicy,
  claimsAgree,
] as const satisfies readonly Check[]
