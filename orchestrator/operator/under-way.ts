import type { RunKind } from '#features/evidence/run-model.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import { Failure } from '#scripts/failure.js'

/** The command that goes on with a run of a kind. */
const COMMANDS: Partial<Record<RunKind, string>> = {
  'single-operator-e2e': 'npm run single-operator:e2e',
  'single-operator-replay-dlq': 'npm run single-operator:replay-dlq',
}

/**
 * The run that an earlier command of this kind had begun and not brought to its end; null: none.
 * @throws {Failure} where one of another kind is under way: its events are in the same files
 */
export function runUnderWay(store: Store, kind: RunKind): RunUnderWay | null {
  for (const [other, command] of Object.entries(COMMANDS)) {
    const run = other === kind ? null : store.unfinishedRun(other as RunKind)
    if (run)
      throw new Failure(
        `The run ${run.runId} was interrupted and is not at its end.`,
        `Bring it there with \`${command}\`, then give this command again.`,
      )
  }
  return store.unfinishedRun(kind)
}
