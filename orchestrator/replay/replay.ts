import path from 'node:path'
import { finishRun } from '#orchestrator/operator/finish-run.ts'
import { runUnderWay } from '#orchestrator/operator/under-way.ts'
import { workOn } from '#orchestrator/operator/work-on.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { beginReplay, type Replay } from '#orchestrator/replay/begin-replay.ts'
import { planReplays } from '#orchestrator/replay/plan-rules.ts'
import type { ReplayPlan } from '#orchestrator/replay/replay-model.ts'
import { type AskedSource, readDeadLetters } from '#orchestrator/replay/source.ts'
import { stepsThatFailOn } from '#orchestrator/step-rules.ts'

/** What the command prints (FACTS, "Events and smoke"), and which bundle has the rest. Paths are the project's. */
export interface ReplaySummary {
  /** Whether every record of the DLQ went out again, or need not; nothing is judged by it. */
  readonly ok: boolean
  readonly mode: 'single_operator_replay_dlq'
  readonly dryRun: boolean
  readonly dlqFile: string | null
  readonly dlqRecords: number
  /** In a dry run: that would be. */
  readonly replayedRecords: number
  readonly skippedRecords: number
  /** Records whose key, or whose event's intentId, is not their intentId; they are not sent. */
  readonly intentKeyMismatches: number
  readonly runId: string | null
  readonly bundle: string | null
}

const isReplay = (plan: ReplayPlan): plan is Replay => plan.kind === 'replay'
/** What need not go out. */
const isDone = (plan: ReplayPlan): boolean =>
  plan.kind === 'skip' && (plan.reason === 'has-effect' || plan.reason === 'given-up-again')
const isMismatch = (plan: ReplayPlan): boolean => plan.kind === 'skip' && plan.reason === 'key-mismatch'

function tell({ log }: Workplace, plans: readonly ReplayPlan[], dryRun: boolean): void {
  for (const plan of plans)
    if (plan.kind === 'skip') log.warn({ reason: plan.reason, detail: plan.detail }, 'not replayed')
    else {
      const { topic, key: intentId } = plan.input
      log.info({ intentId, eventId: plan.eventId, topic }, dryRun ? 'would be replayed' : 'to be replayed')
    }
}

/** Works on a replay that was begun, by this command or by one that was interrupted, and writes its bundle. */
async function carryOn(place: Workplace, runId: string, isWhole: boolean, signal: AbortSignal) {
  const run = place.store.findRun(runId)
  if (!run) throw new Error(`The store has no run ${runId}.`)
  const starts = place.store.startsOf(runId)
  // What failed on purpose is not to fail again.
  const broker = await workOn(place, runId, stepsThatFailOn(null), signal)
  const boundaries = ['publish', 'consume', 'effect', 'dlq', 'replay'] as const
  return finishRun(place, run, boundaries, broker, counts => ({
    ok: isWhole && counts.replayedRecords >= starts,
    mode: 'single_operator_replay_dlq',
    ...counts,
  }))
}

/** Sends what lies in the DLQ again, under its key, and carries it to its end. A dry run says what, and writes nothing. */
export async function replayDlq(
  place: Workplace,
  { dryRun, ...asked }: AskedSource & { readonly dryRun: boolean },
  args: readonly string[],
  signal: AbortSignal,
): Promise<ReplaySummary> {
  const { store, environment, log } = place
  if (environment.failOnTopic) log.warn('SINGLE_OPERATOR_FAIL_ON_TOPIC is not heeded by a replay')
  const interrupted = runUnderWay(store, 'single-operator-replay-dlq')
  if (interrupted) log.warn({ runId: interrupted.runId }, 'goes on with the replay that was interrupted')
  const letters = interrupted ? null : await readDeadLetters(place, asked, signal)
  const plans = planReplays(letters?.records ?? [], store.hasEffect)
  tell(place, plans, dryRun)
  const replays = plans.filter(isReplay)
  const isWhole = plans.every(plan => isReplay(plan) || isDone(plan))
  const begun =
    interrupted ??
    (letters && replays.length > 0 && !dryRun ? beginReplay(place, replays, letters, args) : null)
  const bundle = begun && !dryRun ? await carryOn(place, begun.runId, isWhole, signal) : null
  return {
    ok: bundle ? bundle.run.claims['ok'] === true : isWhole,
    mode: 'single_operator_replay_dlq',
    dryRun,
    dlqFile: letters?.file ? path.relative(PROJECT, letters.file) : null,
    dlqRecords: plans.length,
    replayedRecords: bundle ? Number(bundle.run.claims['replayedRecords']) : replays.length,
    skippedRecords: plans.length - replays.length,
    intentKeyMismatches: plans.filter(isMismatch).length,
    runId: begun?.runId ?? null,
    bundle: bundle ? path.relative(PROJECT, bundle.folder) : null,
  }
}
