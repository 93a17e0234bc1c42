import { setImmediate as turn } from 'node:timers/promises'
import type { Delivery } from '#orchestrator/transport-model.ts'
import { dispatch } from '#orchestrator/worker/dispatch.ts'
import { runLane } from '#orchestrator/worker/lane.ts'
import type { Outcome } from '#orchestrator/worker/outcome-model.ts'
import { causeOf, laneOf, type Received, receive } from '#orchestrator/worker/received-rules.ts'
import { settle } from '#orchestrator/worker/settle.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

/** The orchestrator's work on what is delivered. */
export interface Worker {
  /** Sends what waits in the outbox of its run: at the start, what a process that died had left. */
  drain(): Promise<void>
  /**
   * Brings every delivery of a batch to its end: one effect, or the DLQ, or nothing where it had its end before.
   * Resolves when all of it is written down and what follows is acknowledged, so that the batch may be committed.
   */
  handle(batch: readonly Delivery[]): Promise<void>
}

/** The run in which each delivery ended that has, by cause. Where another process is quicker, `settle` finds it out. */
const endedBefore = (batch: readonly Received[], { store }: WorkerParts): Map<string, string> =>
  store.inReading(() => {
    const ended = new Map<string, string>()
    for (const received of batch) {
      const runId = store.endedIn(received.delivery.topic, received.id)
      if (runId !== null) ended.set(causeOf(received), runId)
    }
    return ended
  })

export function createWorker(parts: WorkerParts): Worker {
  return {
    drain: () => dispatch(parts.store.pendingOfRun(parts.recorder.runId), parts),
    async handle(batch) {
      const outcomes: Outcome[] = []
      let wake = () => {}
      const received = batch.map(receive)
      const ended = endedBefore(received, parts)
      const lanes = Map.groupBy(received, laneOf)
      let isRunning = true
      const running = Promise.all(
        [...lanes.values()].map(lane =>
          runLane(lane, ended, parts, outcome => {
            outcomes.push(outcome)
            wake()
          }),
        ),
      ).finally(() => {
        isRunning = false
        wake()
      })
      running.catch(() => {})
      // What failed waits for its next attempt; the other intents' effects and follow-ups do not wait for it.
      while (isRunning || outcomes.length > 0) {
        if (outcomes.length > 0) await dispatch(settle(outcomes.splice(0), parts), parts)
        else await new Promise<void>(resolve => (wake = resolve))
        await turn()
      }
      await running
    },
  }
}
