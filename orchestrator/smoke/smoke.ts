import path from 'node:path'
import { beginRun } from '#orchestrator/operator/begin-run.ts'
import { COMMANDS } from '#orchestrator/operator/commands.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import { openRun } from '#orchestrator/operator/open-run.ts'
import { TOPICS, workOn } from '#orchestrator/operator/work-on.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { HANDLED_TOPICS, stepsThatFailOn } from '#orchestrator/step-rules.ts'
import { Failure, Interrupted } from '#scripts/failure.js'
import { kesEvent } from './kes-event.ts'
import { type ReceivedEvent, receivedEvents } from './received-events.ts'

export interface SmokeOptions {
  readonly intents: number
  readonly partitions: number
  /** Of the whole run. */
  readonly timeoutS: number
}

/** What the command prints; its path is the project's. */
export interface SmokeSummary {
  /** Whether what was set out to do was done; nothing is judged by it. */
  readonly ok: boolean
  readonly mode: 'kes_smoke'
  readonly environment: string
  readonly controlledFailureTopic: string | null
  /** Deliveries of all topics, each event's first attempt. */
  readonly receivedCount: number
  /** Those of `kes.orchestrator.events`. */
  readonly events: readonly ReceivedEvent[]
  readonly runId: string
  readonly bundle: string
}

async function withinTime<Result>(
  timeoutS: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const tooLong = AbortSignal.timeout(timeoutS * 1000)
  try {
    return await work(AbortSignal.any([signal, tooLong]))
  } catch (error) {
    if (!(error instanceof Interrupted) || signal.aborted) throw error
    throw new Failure(
      `The smoke was not at its end within ${timeoutS} s.`,
      'Look at the log above; the same command goes on with this run, --timeout-s gives it longer, --give-up ends it.',
    )
  }
}

const KIND = 'kes-smoke'

/** Sends intents to `kes.orchestrator.events`, works until each is at the end of the chain or in the DLQ, and tells. */
export async function smoke(
  place: Workplace,
  { intents, partitions, timeoutS }: SmokeOptions,
  args: readonly string[],
  signal: AbortSignal,
): Promise<SmokeSummary> {
  const { store } = place
  // Before anything is begun: a run that no broker has seen would be gone on with by the next command.
  await (await place.transport()).ensureTopics(TOPICS, partitions)
  const run = await openRun(place, KIND, args, begun => beginRun(store, begun, intents, kesEvent))
  const { runId, controlledFailureTopic: failing } = run
  const broker = await withinTime(timeoutS, signal, within =>
    workOn(place, runId, stepsThatFailOn(failing), within, { role: 'kes-smoke', partitions }),
  )
  const starts = store.startsOf(runId)
  const expected = starts * (failing === null ? HANDLED_TOPICS.length : HANDLED_TOPICS.indexOf(failing))
  const events = receivedEvents(store, runId)
  const { boundaries } = COMMANDS[KIND]
  const { folder, run: written } = finishRun(place, run, boundaries, broker, counts => ({
    ok: counts.effectCount === expected && counts.dlqRecords === (failing === null ? 0 : starts),
    mode: 'kes_smoke',
    controlledFailureTopic: failing,
    ...counts,
  }))
  return {
    ok: written.claims['ok'] === true,
    mode: 'kes_smoke',
    environment: run.environment,
    controlledFailureTopic: failing,
    receivedCount: Number(written.claims['receivedCount']),
    events,
    runId,
    bundle: path.relative(PROJECT, folder),
  }
}
