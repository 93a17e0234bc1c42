import fs from 'node:fs'
import path from 'node:path'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { type BundleName, readManifest } from '#orchestrator/replay/read-bundle.ts'

/** How many `run.json` may name. */
const MAX_REPLAYED = 16

/**
 * The bundles of the runs that gave events up, in the evidence folder or known already.
 * @param runIds null: a run that nobody knows
 * @returns all of them, or none where one is missing or they are too many: by some of them alone, what is replayed of the
 *   others would be a replay of nothing
 */
export function findReplayed(
  evidenceFolder: string,
  runIds: ReadonlySet<string | null>,
  known: BundleName | null,
): BundleName[] {
  const found = [...runIds].flatMap(runId => {
    if (runId === null) return []
    if (known?.runId === runId) return [known]
    const folder = ENVIRONMENTS.map(environment => path.join(evidenceFolder, environment, runId)).find(
      place => fs.existsSync(path.join(place, 'run.json')),
    )
    return folder ? [readManifest(folder).name] : []
  })
  return found.length === runIds.size && found.length <= MAX_REPLAYED ? found : []
}
