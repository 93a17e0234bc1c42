import type { Boundary } from '#features/evidence/record-model.ts'
import type { Claims } from '#features/evidence/run-model.ts'
import type { RunCounts } from '#orchestrator/bundle/claims.ts'
import { type WrittenBundle, writeBundle } from '#orchestrator/bundle/write-bundle.ts'
import type { Environment } from '#orchestrator/env.ts'
import type { Log } from '#orchestrator/log.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { BrokerDescription } from '#orchestrator/transport-model.ts'

/**
 * Ends a run: writes its bundle, and forgets its records in the store.
 * @param claims what the run says of itself; the bundle repeats it
 */
export function finishRun(
  {
    store,
    environment,
    log,
  }: { readonly store: Store; readonly environment: Environment; readonly log: Log },
  run: RunUnderWay,
  boundaries: readonly Boundary[],
  broker: BrokerDescription | null,
  claims: (counts: RunCounts) => Claims,
): WrittenBundle {
  const bundle = writeBundle(
    store,
    run,
    {
      broker: broker && { ...broker, partitions: { ...broker.partitions } },
      boundaries,
      claims: counts => ({ ...claims(counts), ...(run.isTreeChanged && { workingTree: 'changed' }) }),
      finishedAt: new Date().toISOString(),
    },
    environment.evidenceFolder,
  )
  store.inTransaction(() => {
    store.finishRun(run.runId, bundle.run.finishedAt)
    store.removeRecords(run.runId)
  })
  log.info({ runId: run.runId, sha256: bundle.sha256 }, 'bundle written')
  return bundle
}
