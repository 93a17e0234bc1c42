import pg from 'pg'
import { currentScope } from '#features/access/current-scope.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { viewLogin } from '#features/access/view-urls-model.ts'
import { gateEnvironment } from '#server/env.ts'

/** Where the renderer's bundle and the gate, each with modules of its own, find the same pools. */
const SHARED = Symbol.for('mza.view-pools')
const shared: { [SHARED]?: Map<Scope, pg.Pool> } & typeof globalThis = globalThis
const pools = (): Map<Scope, pg.Pool> => {
  shared[SHARED] ??= new Map()
  return shared[SHARED]
}

/** Connections that pages read by unless the environment says how many: most readers are guests. */
const MOST: Readonly<Record<Scope, number>> = { guest: 4, owner: 2, reviewer: 2, admin: 2 }

/**
 * Connections of a scope's login that pages read by. An idle one is closed soon, because a connection that a network has
 * dropped in silence answers nothing and would cost the next reader its time limit.
 */
export function poolOf(scope: Scope): pg.Pool {
  const known = pools().get(scope)
  if (known) return known
  const most = gateEnvironment().viewConnections ?? MOST[scope]
  const pool = openPool(scope, viewLogin(scope).replaceAll('_', '-'), most, {
    connectionTimeoutMillis: 2000,
    query_timeout: 3000,
    idleTimeoutMillis: 2000,
  })
  pools().set(scope, pool)
  return pool
}

/** The connections of whoever is asking. */
export const viewPool = async (): Promise<pg.Pool> => poolOf(await currentScope())

const downloads = new Map<Scope, pg.Pool>()

/** The one connection that files are read by, a piece at a time: however many are downloaded, pages do not wait for it. */
export async function downloadPool(): Promise<pg.Pool> {
  const scope = await currentScope()
  const pool =
    downloads.get(scope) ??
    openPool(scope, 'mza-download', 1, {
      connectionTimeoutMillis: 5000,
      query_timeout: 3000,
      idleTimeoutMillis: 2000,
    })
  downloads.set(scope, pool)
  return pool
}

let poll: pg.Pool | undefined

/** The one connection by which the gate watches the content's revision, apart from those that pages wait for. */
export const pollPool = (): pg.Pool => {
  poll ??= openPool('guest', 'mza-poll', 1, {
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
    idleTimeoutMillis: 0,
  })
  return poll
}

/** The pools that anybody has asked for so far. */
export const openPools = (): pg.Pool[] => [
  ...pools().values(),
  ...downloads.values(),
  ...(poll ? [poll] : []),
]

function openPool(scope: Scope, name: string, max: number, limits: pg.PoolConfig): pg.Pool {
  const connectionString = gateEnvironment().viewUrls[scope]
  const pool = new pg.Pool({ connectionString, application_name: name, max, ...limits })
  // An idle connection that breaks is dropped from the pool; the next query makes another and says what is wrong.
  pool.on('error', () => {})
  return pool
}
