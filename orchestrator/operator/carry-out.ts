import { HANDLED_TOPICS } from '#orchestrator/step-rules.ts'
import { createWorker } from '#orchestrator/worker/worker.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'
import { Failure, Interrupted } from '#scripts/failure.js'

/** How often it is looked whether all has come to its end, in milliseconds. */
const LOOK_MS = 50
const TELL_MS = 1000
/** After so long without any delivery nothing more is expected, in milliseconds. */
const STALL_MS = 60_000

/** Looks after a run while it is carried out: aborts when all has ended, or when nothing happens any more. */
function watch({ store, recorder, log }: WorkerParts, starts: number, stallMs: number) {
  const ended = new AbortController()
  const stalled = new AbortController()
  let busy = performance.now()
  let told = busy
  const look = () => {
    const outstanding = store.outstandingOf(recorder.runId)
    const now = performance.now()
    if (outstanding <= 0) ended.abort()
    else if (now - busy > stallMs) stalled.abort()
    if (now - told > TELL_MS) {
      told = now
      log.info({ ended: starts - outstanding, of: starts }, 'progress')
    }
    // What takes longer the more there is must not take the time of the work itself.
    timer = setTimeout(look, Math.max(LOOK_MS, 20 * (performance.now() - now)))
  }
  let timer = setTimeout(look, 0)
  return {
    ended: ended.signal,
    stalled: stalled.signal,
    touch: () => {
      busy = performance.now()
    },
    stop: () => clearTimeout(timer),
  }
}

/**
 * Brings what a run has sent on its way to its end: sends what waits, and consumes until every intent is at the end of
 * the chain or in the DLQ.
 * @throws {Interrupted} where the signal came first; the run stays as it is and can be gone on with
 * @throws {Failure} where nothing came for a minute
 */
export async function carryOut(
  parts: WorkerParts,
  { groupId, stallMs = STALL_MS }: { groupId: string; stallMs?: number },
): Promise<void> {
  const worker = createWorker(parts)
  const { signal } = parts
  const starts = parts.store.startsOf(parts.recorder.runId)
  await worker.drain()
  const watched = watch(parts, starts, stallMs)
  try {
    await parts.transport.consume({
      topics: HANDLED_TOPICS,
      groupId,
      fromBeginning: true,
      signal: AbortSignal.any([signal, watched.ended, watched.stalled]),
      async handle(batch) {
        watched.touch()
        await worker.handle(batch)
        watched.touch()
      },
    })
  } finally {
    watched.stop()
  }
  const outstanding = parts.store.outstandingOf(parts.recorder.runId)
  if (outstanding <= 0) return
  if (signal.aborted) throw new Interrupted()
  throw new Failure(
    `${outstanding} of ${starts} intents did not come to their end: nothing was delivered for ${stallMs / 1000} s.`,
    'Look at the log above; the same command goes on with this run, or ends it as it is with --give-up.',
  )
}
