import { brokerOf } from '#orchestrator/operator/broker-of.ts'
import { conditionsNow, holdToConditions } from '#orchestrator/operator/conditions.ts'
import { differences } from '#orchestrator/operator/conditions-rules.ts'
import { newRun } from '#orchestrator/operator/new-run.ts'
import { runUnderWay } from '#orchestrator/operator/under-way.ts'
import { OPERATOR_LOCK } from '#orchestrator/operator/workplace.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Transport } from '#orchestrator/transport-model.ts'
import { Failure } from '#scripts/failure.js'
import { lockHolder } from '#scripts/lock.js'
import { endSharedRun, type SharedPlace } from './end-shared-run.ts'

const KIND = 'kes-consumer'

async function keepApart(folder: string): Promise<void> {
  const holder = await lockHolder(folder, OPERATOR_LOCK)
  if (!holder) return
  throw new Failure(
    `A command of the single operator is at work in ${folder} (process ${holder.pid}).`,
    'Wait for its end, or set KES_OUTPUTS to another folder.',
  )
}

/**
 * The run to take part in; one that killed consumers left under other conditions is ended, and another begun.
 * @param isAlone whether nobody else takes part in it
 * @throws {Failure} where others are at work under other conditions, or a single operator's command is in the way
 */
export async function openSharedRun(
  place: SharedPlace,
  isAlone: boolean,
  args: readonly string[],
  transport: Transport,
): Promise<RunUnderWay> {
  const { mode, environment, store, log } = place
  if (mode === 'chain') await keepApart(environment.outputsFolder)
  const known = runUnderWay(store, KIND)
  const now = await conditionsNow(environment, log)
  const changed = known ? differences(known, now) : []
  if (known && (changed.length === 0 || !isAlone)) {
    holdToConditions(known, now, 'stop the other consumers first')
    log.info({ runId: known.runId }, 'takes part in the run that was begun')
    return known
  }
  if (known) {
    log.warn({ runId: known.runId, changed }, 'ends the run that was left, since it was begun otherwise')
    endSharedRun(place, known, await brokerOf(known, environment, async () => transport), false)
  }
  const run = newRun(KIND, environment, now, args)
  store.inTransaction(() => store.beginRun(run))
  return run
}
