import { KINDS, type RunKind } from '#features/evidence/run-model.ts'
import { COMMANDS } from '#orchestrator/operator/commands.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import { Failure } from '#scripts/failure.js'

/**
 * The run that an earlier command of this kind had begun and not brought to its end; null: none.
 * @throws {Failure} where one of another kind is under way: what one gives up and another takes up has two ends
 */
export function runUnderWay(store: Store, kind: RunKind): RunUnderWay | null {
  for (const other of KINDS) {
    const run = other === kind ? null : store.unfinishedRun(other)
    if (run)
      throw new Failure(
        `The run ${run.runId} was interrupted and is not at its end.`,
        `${COMMANDS[other].again}; then give this command again.`,
      )
  }
  return store.unfinishedRun(kind)
}
