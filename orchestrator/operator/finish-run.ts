import type { Boundary } from '#features/evidence/record-model.ts'
import type { Claims } from '#features/evidence/run-model.ts'
import type { RunCounts } from '#orchestrator/bundle/claims.ts'
import { findSubject } from '#orchestrator/bundle/subject.ts'
import { type WrittenBundle, writeBundle } from '#orchestrator/bundle/write-bundle.ts'
import type { Environment } from '#orchestrator/env.ts'
import type { Log } from '#orchestrator/log.ts'
import { POLICIES } from '#orchestrator/policy-model.ts'
import { PROJECT } from '#orchestrator/project.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { BrokerDescription } from '#orchestrator/transport-model.ts'

/** Where the repository has no public address. */
const REPOSITORY = 'mza'

/**
 * Ends a run: writes its bundle, and forgets its records in the store.
 * @param claims what the run says of itself; the bundle repeats it
 */
export async function finishRun(
  place: { readonly store: Store; readonly environment: Environment; readonly log: Log },
  run: RunUnderWay,
  boundaries: readonly Boundary[],
  broker: BrokerDescription | null,
  claims: (counts: RunCounts) => Claims,
): Promise<WrittenBundle> {
  const { store, environment, log } = place
  const finishedAt = new Date().toISOString()
  const warn = (message: string) => log.warn(message)
  const subject = await findSubject(PROJECT, environment, REPOSITORY, warn)
  const end = { subject, broker: broker && { ...broker, partitions: { ...broker.partitions } } }
  const bundle = writeBundle(
    store,
    run,
    { ...end, policy: POLICIES.consume, boundaries, claims, finishedAt },
    environment.evidenceFolder,
  )
  store.inTransaction(() => {
    store.finishRun(run.runId, bundle.run.finishedAt)
    store.removeRecords(run.runId)
  })
  log.info({ runId: run.runId, sha256: bundle.sha256 }, 'bundle written')
  return bundle
}
