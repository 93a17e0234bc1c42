import type { Log } from '#orchestrator/log.ts'
import type { Policies } from '#orchestrator/policy-model.ts'
import type { HandleStep } from '#orchestrator/step-model.ts'
import type { Recorder } from '#orchestrator/store/recorder.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { Writer } from '#orchestrator/store/writer-model.ts'
import type { Transport } from '#orchestrator/transport-model.ts'

/** What a worker works with. */
export interface WorkerParts {
  readonly store: Store
  readonly transport: Transport
  readonly recorder: Recorder
  /** Writes for the same run and process. */
  readonly writer: Writer
  readonly policies: Pick<Policies, 'consume' | 'publish'>
  readonly step: HandleStep
  readonly log: Log
  /** From 0 to 1, for the jitter. */
  readonly chance: () => number
  /** Ends what is tried again and again: no further attempt at sending is made once it is aborted. */
  readonly signal: AbortSignal
}
