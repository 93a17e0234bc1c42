import type { RunKind } from '#features/evidence/run-model.ts'
import { conditionsNow, holdToConditions } from '#orchestrator/operator/conditions.ts'
import { newRun } from '#orchestrator/operator/new-run.ts'
import { runUnderWay } from '#orchestrator/operator/under-way.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'

/**
 * The run to work on: the one that was interrupted, else a new one.
 * @param begin puts a new one into the store
 * @throws {Failure} where another has to come to its end first, or this one was begun under other conditions
 */
export async function openRun(
  { store, environment, log }: Workplace,
  kind: RunKind,
  args: readonly string[],
  begin: (run: RunUnderWay) => RunUnderWay,
): Promise<RunUnderWay> {
  const known = runUnderWay(store, kind)
  const now = await conditionsNow(environment, log)
  if (!known) return begin(newRun(kind, environment, now, args))
  holdToConditions(known, now, 'give the run up with --give-up')
  log.warn({ runId: known.runId }, 'goes on with the run that was interrupted, as it was begun')
  return known
}
