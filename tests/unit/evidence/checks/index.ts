import type { CheckCode } from '#features/evidence/check-code-model.ts'
import { claimsAgreeExamples } from './claims-agree.ts'
import { dlqCompleteExamples } from './dlq-complete.ts'
import { dlqControlledExamples } from './dlq-controlled.ts'
import { effectOnceExamples } from './effect-once.ts'
import { envelopeCompleteExamples } from './envelope-complete.ts'
import { environmentParityExamples } from './environment-parity.ts'
import type { CheckExamples } from './example.ts'
import { keyIsIntentExamples } from './key-is-intent.ts'
import { noLossExamples } from './no-loss.ts'
import { orderPerIntentExamples } from './order-per-intent.ts'
import { partitionStableExamples } from './partition-stable.ts'
import { replayClosedExamples } from './replay-closed.ts'
import { replayKeyKeptExamples } from './replay-key-kept.ts'
import { retryPolicyExamples } from './retry-policy.ts'
import { schemaValidExamples } from './schema-valid.ts'
import { traceCompleteExamples } from './trace-complete.ts'

/** The examples of every check: one without any does not compile. */
export const EXAMPLES: Record<CheckCode, CheckExamples> = {
  'envelope-complete': envelopeCompleteExamples,
  'schema-valid': schemaValidExamples,
  'key-is-intent': keyIsIntentExamples,
  'partition-stable': partitionStableExamples,
  'order-per-intent': orderPerIntentExamples,
  'trace-complete': traceCompleteExamples,
  'no-loss': noLossExamples,
  'effect-once': effectOnceExamples,
  'dlq-complete': dlqCompleteExamples,
  'dlq-controlled': dlqControlledExamples,
  'replay-closed': replayClosedExamples,
  'replay-key-kept': replayKeyKeptExamples,
  'retry-policy': retryPolicyExamples,
  'environment-parity': environmentParityExamples,
  'claims-agree': claimsAgreeExamples,
}
