import { setImmediate as turn } from 'node:timers/promises'
import type { Delivery } from '#orchestrator/transport-model.ts'
import { dispatch, send } from '#orchestrator/worker/dispatch.ts'
import { type EndedIn, endedBefore } from '#orchestrator/worker/ended-before.ts'
import { createTurns } from '#orchestrator/worker/in-turn.ts'
import { runLane } from '#orchestrator/worker/lane.ts'
import type { Outcome } from '#orchestrator/worker/outcome-model.ts'
import { laneOf, type Received, receive } from '#orchestrator/worker/received-rules.ts'
import { settle } from '#orchestrator/worker/settle.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

/** The orchestrator's work on what is delivered. */
export interface Worker {
  /** Sends what waits in the outbox of its run: at the start, what a process that died had left. */
  drain(): Promise<void>
  /**
   * Brings every delivery of a batch to its end: one effect, or the DLQ, or nothing where it had its end before.
   * Resolves when all of it is written down and what follows is acknowledged, so that the batch may be committed. May be
   * called before it has resolved for the batch before: that one's attempts come first, and what follows from it is
   * sent first. Where it fails, it fails for every batch thereafter.
   */
  handle(batch: readonly Delivery[]): Promise<void>
}

/**
 * Runs the lanes of a batch to their ends.
 * @param onOutcomes is given the ends, as many at once as there are: what failed waits for its next attempt, the other
 * intents' effects and follow-ups do not wait for it
 */
async function runLanes(
  received: readonly Received[],
  ended: Map<string, string>,
  parts: WorkerParts,
  onOutcomes: (outcomes: readonly Outcome[]) => void,
): Promise<void> {
  const outcomes: Outcome[] = []
  let wake = () => {}
  let isRunning = true
  const lanes = Map.groupBy(received, laneOf)
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
  while (isRunning || outcomes.length > 0) {
    if (outcomes.length > 0) onOutcomes(outcomes.splice(0))
    else await new Promise<void>(resolve => (wake = resolve))
    await turn()
  }
  await running
}

export function createWorker(parts: WorkerParts): Worker {
  const { store, recorder, writer } = parts
  const inHand = new Set<EndedIn>()
  const handling = createTurns()
  const sending = createTurns()

  /** Settles when all that was sent so far is written down as sent, for which the next does not wait. */
  let noted = Promise.resolve()

  const sendWhatFollows = async (settled: ReturnType<typeof settle>): Promise<void> => {
    settled.catch(() => {})
    const sent = await sending(async () => {
      const { parcel, repeated } = await settled
      if (parcel) {
        const placed = await send(parcel, parts)
        noted = Promise.all([noted, writer.acknowledge(parcel.id, placed)]).then(() => {})
        noted.catch(() => {})
      }
      if (repeated.size > 0) {
        // Delivered again: another process may have died between its effect and what follows.
        await noted
        await dispatch(store.pendingOfCauses(repeated), parts)
      }
      // Within an object, else the next would wait for the note too.
      return { noted }
    })
    await sent.noted
  }

  return {
    drain: () => dispatch(store.pendingOfRun(recorder.runId), parts),
    async handle(batch) {
      const sent: Promise<void>[] = []
      const ended = await handling(async () => {
        const received = batch.map(receive)
        const known = endedBefore(received, store, inHand)
        inHand.add(known)
        await runLanes(received, known, parts, outcomes => {
          const done = sendWhatFollows(settle(outcomes, parts))
          done.catch(() => {})
          sent.push(done)
        })
        return known
      })
      await Promise.all(sent)
      inHand.delete(ended)
    },
  }
}
