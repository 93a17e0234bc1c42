import fs from 'node:fs'
import path from 'node:path'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { type BundleName, readManifest } from '#orchestrator/replay/read-bundle.ts'

/** How many `run.json` may name. */
const MAX_REPLAYED = 16

/**
 * The bundles of the runs that gave events up, as far as they are there, in the evidence folder or known already.
 * @param missing is told of a run whose bundle is not there: what is replayed of it cannot be held against it
 */
export function findReplayed(
  evidenceFolder: string,
  runIds: ReadonlySet<string>,
  known: BundleName | null,
  missing: (runId: string) => void,
): BundleName[] {
  const found = [...runIds].flatMap(runId => {
    if (known?.runId === runId) return [known]
    const folder = ENVIRONMENTS.map(environment => path.join(evidenceFolder, environment, runId)).find(
      place => fs.existsSync(path.join(place, 'run.json')),
    )
    if (folder) return [readManifest(folder).name]
    missing(runId)
    return []
  })
  return found.slice(0, MAX_REPLAYED)
}
