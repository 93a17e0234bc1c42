import path from 'node:path'
import { commandLine } from '#orchestrator/bundle/command-rules.ts'
import type { WrittenBundle } from '#orchestrator/bundle/write-bundle.ts'
import type { Environment } from '#orchestrator/env.ts'
import type { Log } from '#orchestrator/log.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import { newRunId } from '#orchestrator/operator/run-id.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import { openStore, type Store } from '#orchestrator/store/store.ts'
import type { BrokerDescription } from '#orchestrator/transport-model.ts'
import { inTurn, isAnySeatTaken, takeSeat } from './seats.ts'

/** What a consumer does: only looks on at `kes.orchestrator.events`, or carries out the whole chain. */
export type ConsumerMode = 'looks-on' | 'chain'

const BOUNDARIES = {
  'looks-on': ['consume'],
  chain: ['publish', 'consume', 'effect', 'dlq'],
} as const satisfies Record<ConsumerMode, readonly string[]>

/** A run that consumers of one folder share: whoever comes takes part in it, who leaves last writes its bundle. */
export interface SharedRun {
  readonly run: RunUnderWay
  readonly store: Store
  /** Null where others go on, or nothing was recorded. */
  leave(broker: BrokerDescription | null): Promise<WrittenBundle | null>
  /** Leaves without a word, as after a failure: the run waits for the next consumer. */
  abandon(): void
}

/** Takes part in the run of a folder; one that killed consumers left is gone on with. */
export async function joinRun(
  environment: Environment,
  mode: ConsumerMode,
  args: readonly string[],
  log: Log,
): Promise<SharedRun> {
  const { outputsFolder: folder } = environment
  const name = `kes-consumer-${mode}`
  const store = openStore(path.join(folder, `${name}.sqlite`))
  const { seat, run } = await inTurn(folder, name, async () => {
    const taken = await takeSeat(folder, name)
    const known = store.unfinishedRun('kes-consumer')
    if (known) log.info({ runId: known.runId }, 'takes part in the run that was begun')
    return { seat: taken, run: known ?? begin(store, environment, args) }
  })
  const abandon = () => {
    seat.release()
    store.close()
  }
  return {
    run,
    store,
    abandon,
    leave: broker =>
      inTurn(folder, name, async () => {
        seat.release()
        if (await isAnySeatTaken(folder, name)) return null
        if (store.recordsOf(run.runId)[Symbol.iterator]().next().done) {
          store.finishRun(run.runId, new Date().toISOString())
          return null
        }
        return finishRun({ store, environment, log }, run, BOUNDARIES[mode], broker, counts => ({
          ok: true,
          mode: 'kes_consumer',
          ...counts,
        }))
      }).finally(() => store.close()),
  }
}

function begin(store: Store, environment: Environment, args: readonly string[]): RunUnderWay {
  const now = new Date()
  const run: RunUnderWay = {
    runId: newRunId('kes-consumer', now),
    kind: 'kes-consumer',
    environment: environment.environment,
    startedAt: now.toISOString(),
    command: commandLine(environment.shaping, 'kafka:kes-consumer', args),
    controlledFailureTopic: environment.failOnTopic,
    replays: [],
  }
  store.inTransaction(() => store.beginRun(run))
  return run
}
