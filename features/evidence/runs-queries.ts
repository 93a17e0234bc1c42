import { LRUCache } from 'lru-cache'
import { currentScope } from '#features/access/current-scope.ts'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { newestOfKinds, type Parity, parityOf, withParity } from '#features/evidence/parity-rules.ts'
import { readProfiles } from '#features/evidence/profile-queries.ts'
import { LISTED, runOf } from '#features/evidence/run-rows.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { witnessedRun } from '#features/evidence/witness-queries.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** By scope and revision: the one shown, and one that is about to be. */
const known = new LRUCache<string, readonly RunView[]>({ max: 2 * SCOPES.length })

/** By scope, revision and the runs that were held side by side: one for each time that a run became the newest of its kind. */
const parities = new LRUCache<string, ReadonlyMap<string, Parity>>({ max: 32 * SCOPES.length })

/** Every run that the portal shows, the newest first. Read once a scope and revision: every page about evidence looks at them. */
async function readStandingRuns(scope: Scope): Promise<{ revision: string; runs: readonly RunView[] }> {
  const where = { id: 1 }
  const database = await viewDatabase()
  const { revision } = await database.portal.findUniqueOrThrow({ where })
  const remembered = known.get(`${scope} ${revision}`)
  if (remembered) return { revision, runs: remembered }
  // One snapshot: runs of a later revision must not be remembered under the name of an earlier one.
  const [portal, rows] = await database.$transaction(
    [
      database.portal.findUniqueOrThrow({ where }),
      database.evidenceRun.findMany({
        where: { standing: { isNot: null } },
        ...LISTED,
        orderBy: [{ finishedAt: 'desc' }, { runId: 'asc' }],
      }),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  const runs = rows.flatMap(row => runOf(row) ?? [])
  known.set(`${scope} ${portal.revision}`, runs)
  return { revision: portal.revision, runs }
}

async function readParity(
  scope: Scope,
  revision: string,
  runs: readonly RunView[],
): Promise<ReadonlyMap<string, Parity>> {
  const newest = newestOfKinds(runs)
  const name = [scope, revision, ...newest.map(({ run }) => run.runId)].join(' ')
  const remembered = parities.get(name)
  if (remembered) return remembered
  const found = parityOf(newest, await readProfiles(newest))
  parities.set(name, found)
  return found
}

/** The runs that had finished when a day ended in Tbilisi, the newest first, with what was found, not what decided it. */
export async function readRuns({ day }: AsOf): Promise<RunView[]> {
  const end = endOfDay(day)
  const scope = await currentScope()
  const { revision, runs } = await readStandingRuns(scope)
  const finished = runs.filter(({ finishedAt }) => finishedAt <= end)
  return withParity(finished, await readParity(scope, revision, finished))
}

/** A run by its environment and id, with what decided its findings; null where none such had finished when the day ended. */
export async function readRun(environment: string, runId: string, asOf: AsOf): Promise<RunView | null> {
  const runs = await readRuns(asOf)
  const found = runs.find(view => view.environment === environment && view.run.runId === runId)
  return found ? witnessedRun(found) : null
}
