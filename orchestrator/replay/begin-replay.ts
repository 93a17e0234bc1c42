import { commandLine } from '#orchestrator/bundle/command-rules.ts'
import { newRunId } from '#orchestrator/operator/run-id.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { findReplayed } from '#orchestrator/replay/find-replayed.ts'
import type { ReplayPlan } from '#orchestrator/replay/replay-model.ts'
import type { DeadLetters } from '#orchestrator/replay/source.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'

export type Replay = Extract<ReplayPlan, { kind: 'replay' }>

/** Begins the run of a replay: all of it is in the store, or nothing. What goes out again waits in the outbox. */
export function beginReplay(
  { store, environment, log }: Workplace,
  replays: readonly Replay[],
  { bundle }: DeadLetters,
  args: readonly string[],
): RunUnderWay {
  const now = new Date()
  const runIds = new Set(replays.flatMap(({ runId }) => runId ?? bundle?.runId ?? []))
  const run: RunUnderWay = {
    runId: newRunId('replay', now),
    kind: 'single-operator-replay-dlq',
    environment: environment.environment,
    startedAt: now.toISOString(),
    command: commandLine(environment.shaping, 'single-operator:replay-dlq', args),
    controlledFailureTopic: null,
    replays: findReplayed(environment.evidenceFolder, runIds, bundle, runId =>
      log.warn({ runId }, 'the bundle of the replayed run is not there, so that nothing is held against it'),
    ),
  }
  store.inTransaction(() => {
    store.beginRun(run)
    for (const { input, eventId } of replays) {
      store.takeUp(input.topic, eventId)
      store.putStart(run.runId, input.key)
      store.putSending({ ...input, runId: run.runId, boundary: 'replay' }, null)
    }
  })
  return run
}
