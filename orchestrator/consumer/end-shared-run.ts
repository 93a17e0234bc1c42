import type { WrittenBundle } from '#orchestrator/bundle/write-bundle.ts'
import type { Environment } from '#orchestrator/env.ts'
import type { Log } from '#orchestrator/log.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { BrokerDescription } from '#orchestrator/transport-model.ts'
import { BOUNDARIES, type ConsumerMode } from './mode-model.ts'

/** What consumers of one folder share. */
export interface SharedPlace {
  readonly mode: ConsumerMode
  readonly environment: Environment
  readonly store: Store
  readonly log: Log
}

/**
 * Ends a run that nobody takes part in any more.
 * @param ok whether it ended in order
 * @returns null where nothing was recorded
 */
export function endSharedRun(
  { mode, environment, store, log }: SharedPlace,
  run: RunUnderWay,
  broker: BrokerDescription | null,
  ok: boolean,
): WrittenBundle | null {
  const unrecordable = store.unrecordableOf(run.runId)
  if (unrecordable > 0) log.warn({ unrecordable }, 'deliveries that evidence can hold nothing of')
  if (store.hasRecords(run.runId))
    return finishRun({ store, environment, log }, run, BOUNDARIES[mode], broker, counts => ({
      ok,
      mode: 'kes_consumer',
      ...counts,
      ...(mode === 'looks-on' && { unrecordable }),
    }))
  store.finishRun(run.runId, new Date().toISOString())
  return null
}
