import type { Stamp } from '#orchestrator/store/sighting-rules.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'
import type { Received } from '#orchestrator/worker/received-rules.ts'

/** How the handling of a delivery ended, before anything of it is written. */
export interface Outcome {
  readonly received: Received
  /** One for each attempt. */
  readonly attempts: readonly Stamp[]
  readonly end:
    | { readonly kind: 'effect'; readonly followUp: KafkaRecordInput | null }
    | { readonly kind: 'given-up'; readonly reason: string }
    /** It had its effect, or was given up, when it was delivered before, in this run or in another. */
    | { readonly kind: 'duplicate'; readonly runId: string }
}
