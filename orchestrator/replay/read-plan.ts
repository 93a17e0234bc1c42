import path from 'node:path'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { planReplays } from '#orchestrator/replay/plan-rules.ts'
import type { PlannedReplay, Replay, ReplayPlan, SkipReason } from '#orchestrator/replay/replay-model.ts'
import { type AskedSource, readDeadLetters } from '#orchestrator/replay/source.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'

/** What need not go out, or never can: it had its effect, has a newer record, or is no event. */
const DONE: ReadonlySet<SkipReason> = new Set(['has-effect', 'given-up-again', 'no-event'])

const isReplay = (plan: ReplayPlan): plan is Replay => plan.kind === 'replay'

function tell({ log }: Workplace, plans: readonly ReplayPlan[], dryRun: boolean): void {
  for (const plan of plans)
    if (plan.kind === 'skip') log.warn({ reason: plan.reason, detail: plan.detail }, 'not replayed')
    else {
      const { topic, key: intentId } = plan.input
      log.info({ intentId, eventId: plan.eventId, topic }, dryRun ? 'would be replayed' : 'to be replayed')
    }
}

/** What an interrupted replay was about to do; what it sends is in the store. */
export function recallPlan({ runId, found }: RunUnderWay): PlannedReplay {
  if (!found) throw new Error(`The run ${runId} is no replay.`)
  return { replays: [], bundle: null, found }
}

/** Reads the DLQ and says what is to be sent of it. */
export async function readPlan(
  place: Workplace,
  { dryRun, ...asked }: AskedSource & { readonly dryRun: boolean },
  signal: AbortSignal,
): Promise<PlannedReplay> {
  const { records, file, bundle } = await readDeadLetters(place, asked, signal)
  const plans = planReplays(records, place.store.hasEffect)
  tell(place, plans, dryRun)
  const replays = plans.filter(isReplay)
  const skipped = plans.filter(plan => plan.kind === 'skip')
  return {
    replays,
    bundle,
    found: {
      records: plans.length,
      skipped: skipped.length,
      mismatches: skipped.filter(({ reason }) => reason === 'key-mismatch').length,
      isWhole: skipped.every(({ reason }) => DONE.has(reason)),
      file: file && path.relative(PROJECT, file),
    },
  }
}
