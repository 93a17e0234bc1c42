import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { findReplayed } from '#orchestrator/replay/find-replayed.ts'
import type { PlannedReplay, Replay } from '#orchestrator/replay/replay-model.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'

/** The runs that gave up what is replayed; null: of one nobody knows which. */
const runsOf = (replays: readonly Replay[], source: string | undefined): ReadonlySet<string | null> =>
  new Set(replays.map(({ runId }) => runId ?? source ?? null))

/** Begins the run of a replay: all of it is in the store, or nothing. What goes out again waits in the outbox. */
export function beginReplay(
  { store, environment, log }: Workplace,
  begun: RunUnderWay,
  { replays, bundle, found }: PlannedReplay,
): RunUnderWay {
  const replayed = findReplayed(environment.evidenceFolder, runsOf(replays, bundle?.runId), bundle)
  if (replayed.length === 0)
    log.warn(
      'not all runs that gave these events up have a bundle here, so that nothing is held against them',
    )
  const run: RunUnderWay = { ...begun, replays: replayed, found }
  store.inTransaction(() => {
    store.beginRun(run)
    for (const { input, eventId } of replays) {
      store.takeUp(input.topic, eventId)
      store.putStart(run.runId, input.key)
    }
    store.putBeginnings(
      run.runId,
      replays.map(({ input }) => ({ ...input, boundary: 'replay' })),
    )
  })
  return run
}
