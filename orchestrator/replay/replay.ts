import path from 'node:path'
import { COMMANDS } from '#orchestrator/operator/commands.ts'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import { openRun } from '#orchestrator/operator/open-run.ts'
import { runUnderWay } from '#orchestrator/operator/under-way.ts'
import { workOn } from '#orchestrator/operator/work-on.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { beginReplay } from '#orchestrator/replay/begin-replay.ts'
import { readPlan, recallPlan } from '#orchestrator/replay/read-plan.ts'
import type { AskedSource } from '#orchestrator/replay/source.ts'
import { stepsThatFailOn } from '#orchestrator/step-rules.ts'
import type { FoundInDlq, RunUnderWay } from '#orchestrator/store/runs.ts'

/** What the command prints (FACTS, "Events and smoke"), and which bundle has the rest. Paths are the project's. */
export interface ReplaySummary {
  /** Whether every record of the DLQ went out again, or need not; nothing is judged by it. */
  readonly ok: boolean
  readonly mode: 'single_operator_replay_dlq'
  readonly dryRun: boolean
  readonly dlqFile: string | null
  readonly dlqRecords: number
  /** In a dry run: that would be, or that an interrupted replay is to send. */
  readonly replayedRecords: number
  readonly skippedRecords: number
  /** Records whose key, or whose event's intentId, is not their intentId; they are not sent. */
  readonly intentKeyMismatches: number
  readonly runId: string | null
  readonly bundle: string | null
}

const KIND = 'single-operator-replay-dlq'

/** Works on a replay that was begun, by this command or by one that was interrupted, and writes its bundle. */
async function carryOut(place: Workplace, run: RunUnderWay, found: FoundInDlq, signal: AbortSignal) {
  const starts = place.store.startsOf(run.runId)
  // What failed on purpose is not to fail again.
  const broker = await workOn(place, run.runId, stepsThatFailOn(null), signal)
  return finishRun(place, run, COMMANDS[KIND].boundaries, broker, counts => ({
    ok: found.isWhole && counts.replayedRecords >= starts,
    mode: 'single_operator_replay_dlq',
    recordsInDlq: found.records,
    skippedRecords: found.skipped,
    mismatchesInDlq: found.mismatches,
    ...counts,
  }))
}

/** Sends what lies in the DLQ again, under its key, and carries it to its end. A dry run says what, and writes nothing. */
export async function replayDlq(
  place: Workplace,
  asked: AskedSource & { readonly dryRun: boolean },
  args: readonly string[],
  signal: AbortSignal,
): Promise<ReplaySummary> {
  const { dryRun } = asked
  if (place.environment.failOnTopic) place.log.warn('SINGLE_OPERATOR_FAIL_ON_TOPIC is not heeded by a replay')
  const heeded = { ...place, environment: { ...place.environment, failOnTopic: null } }
  const interrupted = runUnderWay(place.store, KIND)
  const planned = interrupted ? recallPlan(interrupted) : await readPlan(place, asked, signal)
  const { found, replays } = planned
  const isToDo = !dryRun && (interrupted !== null || replays.length > 0)
  const run = isToDo ? await openRun(heeded, KIND, args, begun => beginReplay(place, begun, planned)) : null
  const bundle = run && (await carryOut(place, run, found, signal))
  return {
    ok: bundle ? bundle.run.claims['ok'] === true : found.isWhole,
    mode: 'single_operator_replay_dlq',
    dryRun,
    dlqFile: found.file,
    dlqRecords: found.records,
    replayedRecords: bundle ? Number(bundle.run.claims['replayedRecords']) : found.records - found.skipped,
    skippedRecords: found.skipped,
    intentKeyMismatches: found.mismatches,
    runId: run?.runId ?? null,
    bundle: bundle && path.relative(PROJECT, bundle.folder),
  }
}
