import pg from 'pg'
import { gateEnvironment } from '#server/env.ts'

/** Where the renderer's bundle and the gate, each with modules of its own, find the same pool. */
const SHARED = Symbol.for('mza.guest-pool')
const shared: { [SHARED]?: pg.Pool } & typeof globalThis = globalThis

/**
 * Connections of the guest's login that pages read by: four a process. An idle one is closed soon, because a connection
 * that a network has dropped in silence answers nothing and would cost the next reader its time limit.
 */
export const guestPool = (): pg.Pool => {
  shared[SHARED] ??= openPool('mza-view-guest', 4, {
    connectionTimeoutMillis: 2000,
    query_timeout: 3000,
    idleTimeoutMillis: 2000,
  })
  return shared[SHARED]
}

let downloads: pg.Pool | undefined

/** The one connection that files are read by, a piece at a time: however many are downloaded, pages do not wait for it. */
export const downloadPool = (): pg.Pool => {
  downloads ??= openPool('mza-download', 1, {
    connectionTimeoutMillis: 5000,
    query_timeout: 3000,
    idleTimeoutMillis: 2000,
  })
  return downloads
}

let poll: pg.Pool | undefined

/** The one connection by which the gate watches the content's revision, apart from those that pages wait for. */
export const pollPool = (): pg.Pool => {
  poll ??= openPool('mza-poll', 1, {
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
    idleTimeoutMillis: 0,
  })
  return poll
}

function openPool(name: string, max: number, limits: pg.PoolConfig): pg.Pool {
  const { guestDatabaseUrl: connectionString } = gateEnvironment()
  const pool = new pg.Pool({ connectionString, application_name: name, max, ...limits })
  // An idle connection that breaks is dropped from the pool; the next query makes another and says what is wrong.
  pool.on('error', () => {})
  return pool
}
