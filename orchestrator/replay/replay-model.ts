import type { BundleName } from '#orchestrator/replay/read-bundle.ts'
import type { FoundInDlq } from '#orchestrator/store/runs.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** A record of the DLQ as a replay reads it, wherever it lies. */
export interface DeadRecord {
  readonly key: string | null
  readonly value: unknown
}

/** Why a record of the DLQ is not sent again. */
export type SkipReason =
  | 'breaks-contract'
  | 'without-original'
  | 'no-event'
  | 'masked'
  | 'key-mismatch'
  | 'has-effect'
  | 'given-up-again'

/** What is to be done with a record of the DLQ. */
export type ReplayPlan =
  | {
      readonly kind: 'replay'
      readonly input: KafkaRecordInput
      readonly eventId: string
      /** The run that gave the event up; null where the record does not say. */
      readonly runId: string | null
    }
  | { readonly kind: 'skip'; readonly reason: SkipReason; readonly detail: string }

export type Replay = Extract<ReplayPlan, { kind: 'replay' }>

/** What a replay is about to do. */
export interface PlannedReplay {
  readonly replays: readonly Replay[]
  readonly found: FoundInDlq
  /** The bundle that was read; null: the DLQ itself. */
  readonly bundle: BundleName | null
}
