import path from 'node:path'
import { commandLine } from '#orchestrator/bundle/command-rules.ts'
import { CHAIN, KES_TOPIC } from '#orchestrator/event-model.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import { newRunId } from '#orchestrator/operator/run-id.ts'
import { TOPICS, workOn } from '#orchestrator/operator/work-on.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { stepsThatFailOn } from '#orchestrator/step-rules.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import { Failure, Interrupted } from '#scripts/failure.js'
import { beginSmoke } from './begin-smoke.ts'
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

function openRun(
  { store, environment, log }: Workplace,
  intents: number,
  args: readonly string[],
): RunUnderWay {
  const known = store.unfinishedRun('kes-smoke')
  if (known) {
    log.warn({ runId: known.runId }, 'goes on with the run that was interrupted, as it was begun')
    return known
  }
  const now = new Date()
  const run: RunUnderWay = {
    runId: newRunId('kes-smoke', now),
    kind: 'kes-smoke',
    environment: environment.environment,
    startedAt: now.toISOString(),
    command: commandLine(environment.shaping, 'kafka:kes-smoke', args),
    controlledFailureTopic: environment.failOnTopic,
    replays: [],
  }
  beginSmoke(store, run, intents)
  return run
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
      'Look at the log above; the same command goes on with this run, --timeout-s gives it longer.',
    )
  }
}

const STEPS: readonly string[] = [KES_TOPIC, ...CHAIN]

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
  const run = openRun(place, intents, args)
  const { runId, controlledFailureTopic: failing } = run
  const broker = await withinTime(timeoutS, signal, within =>
    workOn(place, runId, stepsThatFailOn(failing), within, { role: 'kes-smoke', partitions }),
  )
  const starts = store.startsOf(runId)
  const expected = starts * (failing === null ? STEPS.length : STEPS.indexOf(failing))
  const events = receivedEvents(store, runId)
  const boundaries = ['publish', 'consume', 'effect', 'dlq'] as const
  const { folder, run: written } = await finishRun(place, run, boundaries, broker, counts => ({
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
