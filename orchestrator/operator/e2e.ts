import path from 'node:path'
import { CHAIN } from '#orchestrator/event-model.ts'
import { filesIn, startAfresh } from '#orchestrator/files/places.ts'
import { beginRun } from '#orchestrator/operator/begin-run.ts'
import { COMMANDS } from '#orchestrator/operator/commands.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import { milestoneApproved } from '#orchestrator/operator/milestone-approved.ts'
import { openRun } from '#orchestrator/operator/open-run.ts'
import { workOn } from '#orchestrator/operator/work-on.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { stepsThatFailOn } from '#orchestrator/step-rules.ts'

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

const KIND = 'single-operator-e2e'

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
  const run = await openRun(place, KIND, args, begun => {
    if (!environment.kafka) startAfresh(environment.outputsFolder)
    return beginRun(store, begun, intents, milestoneApproved)
  })
  const failing = run.controlledFailureTopic
  const starts = store.startsOf(run.runId)
  const broker = await workOn(place, run.runId, stepsThatFailOn(failing), signal)
  const files = filesIn(environment.outputsFolder)
  const shown = (file: string) => (broker ? null : path.relative(PROJECT, file))
  const { folder, run: written } = finishRun(place, run, COMMANDS[KIND].boundaries, broker, counts => ({
    ok:
      counts.effectCount === effectsExpected(starts, failing) &&
      counts.dlqRecords === (failing === null ? 0 : starts),
    mode: 'single_operator_e2e',
    controlledFailureTopic: failing,
    ...counts,
  }))
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
