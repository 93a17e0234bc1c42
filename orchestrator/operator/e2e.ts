import path from 'node:path'
import { commandLine } from '#orchestrator/bundle/command-rules.ts'
import { CHAIN } from '#orchestrator/event-model.ts'
import { filesIn, startAfresh } from '#orchestrator/files/places.ts'
import { beginRun } from '#orchestrator/operator/begin-run.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import { newRunId } from '#orchestrator/operator/run-id.ts'
import { runUnderWay } from '#orchestrator/operator/under-way.ts'
import { workOn } from '#orchestrator/operator/work-on.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { stepsThatFailOn } from '#orchestrator/step-rules.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'

/** What the command prints (FACTS, "Events and smoke"), and which bundle has the rest. Paths are the project's. */
export interface E2eSummary {
  /** Whether what was set out to do was done; nothing is judged by it. */
  readonly ok: boolean
  readonly mode: 'single_operator_e2e'
  readonly controlledFailureTopic: string | null
  readonly producedRecords: number
  readonly outboxFile: string | null
  readonly dlqFile: string | null
  readonly runId: string
  readonly bundle: string
}

/** The run to work on: the one that was interrupted, else a new one. */
function openRun(
  { store, environment, log }: Workplace,
  intents: number,
  args: readonly string[],
): RunUnderWay {
  const known = runUnderWay(store, 'single-operator-e2e')
  if (known) {
    log.warn({ runId: known.runId }, 'goes on with the run that was interrupted, as it was begun')
    return known
  }
  if (!environment.kafkaEnabled) startAfresh(environment.outputsFolder)
  const now = new Date()
  const run: RunUnderWay = {
    runId: newRunId('e2e', now),
    kind: 'single-operator-e2e',
    environment: environment.environment,
    startedAt: now.toISOString(),
    command: commandLine(environment.shaping, 'single-operator:e2e', args),
    controlledFailureTopic: environment.failOnTopic,
    replays: [],
  }
  beginRun(store, run, intents)
  return run
}

/** How many effects the intents of a run have when all of it went as it was meant to. */
const effectsExpected = (intents: number, failing: string | null): number =>
  intents * (failing === null ? CHAIN.length : (CHAIN as readonly string[]).indexOf(failing))

/** Carries intents from `milestone.approved` to `anchor.confirmed`, or into the DLQ where they are made to fail. */
export async function e2e(
  place: Workplace,
  intents: number,
  args: readonly string[],
  signal: AbortSignal,
): Promise<E2eSummary> {
  const { store, environment } = place
  const run = openRun(place, intents, args)
  const failing = run.controlledFailureTopic
  const starts = store.startsOf(run.runId)
  const broker = await workOn(place, run.runId, stepsThatFailOn(failing), signal)
  const files = filesIn(environment.outputsFolder)
  const shown = (file: string) => (broker ? null : path.relative(PROJECT, file))
  const { folder, run: written } = await finishRun(
    place,
    run,
    ['publish', 'consume', 'effect', 'dlq'],
    broker,
    counts => ({
      ok:
        counts.effectCount === effectsExpected(starts, failing) &&
        counts.dlqRecords === (failing === null ? 0 : starts),
      mode: 'single_operator_e2e',
      controlledFailureTopic: failing,
      ...counts,
    }),
  )
  return {
    ok: written.claims['ok'] === true,
    mode: 'single_operator_e2e',
    controlledFailureTopic: failing,
    producedRecords: Number(written.claims['producedRecords']),
    outboxFile: shown(files.outbox),
    dlqFile: shown(files.dlq),
    runId: run.runId,
    bundle: path.relative(PROJECT, folder),
  }
}
