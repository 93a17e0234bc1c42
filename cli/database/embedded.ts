import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readState, writeState } from '#cli/state/state.ts'
import { Interrupted } from '#scripts/failure.js'
import { takeLock } from '#scripts/lock.js'
import { freePort, isFree } from '#scripts/port.js'
import { asLogin } from './address.ts'
import { canLogIn, connect, sqlState, withConnection } from './connect.ts'
import { copyBinaries } from './copy-binaries.ts'
import { type DatabaseHome, databaseHome } from './home.ts'
import { initialise } from './initialise.ts'
import { runningPort, startServer, stopServer } from './postmaster.ts'

export interface EmbeddedDatabase {
  /** The administrator's address of the database `mza`. */
  readonly adminUrl: string
  /** Lets go of the server; the last user stops it. */
  close(): Promise<void>
}

/**
 * The embedded PostgreSQL of a state folder: initialised if there is none, started if it does not run, else attached to.
 * Without the state, data are of no use: they are a projection of files, and made anew.
 */
export async function openEmbedded(stateFolder: string, signal?: AbortSignal): Promise<EmbeddedDatabase> {
  const home = databaseHome(stateFolder)
  return alone(stateFolder, signal, async () => {
    await copyBinaries(home)
    const known = readState(stateFolder).database
    const isWhole = known !== undefined && fs.existsSync(path.join(home.data, 'PG_VERSION'))
    if (!isWhole || !(await runs(home, stateFolder))) {
      await stopServer(home)
      const password = randomBytes(24).toString('base64url')
      writeState(stateFolder, { database: { port: await freePort(), password } })
      await initialise(home, password, signal)
      await runs(home, stateFolder)
    }
    const server = serverUrl(stateFolder)
    await createDatabase(server)
    const adminUrl = `${server}/mza`
    const presence = await connect(adminUrl)
    await presence.query(`SELECT pg_advisory_lock_shared(${PRESENCE})`)
    const close = () =>
      alone(stateFolder, undefined, async () => {
        await presence.end().catch(() => {})
        if (await isUnused(adminUrl)) await stopServer(home)
      })
    return { adminUrl, close }
  })
}

/** Stops the embedded server whoever uses it. */
export const stopEmbedded = (stateFolder: string): Promise<void> =>
  alone(stateFolder, undefined, () => stopServer(databaseHome(stateFolder)))

/** Removes an embedded server with all it holds, unless it runs. */
export const removeEmbedded = (stateFolder: string): Promise<void> =>
  alone(stateFolder, undefined, async () => {
    const home = databaseHome(stateFolder)
    if (runningPort(home) !== null) return
    fs.rmSync(home.user ? home.folder : home.data, { recursive: true, force: true })
    fs.rmSync(home.log, { force: true })
  })

// Every user of the server holds this advisory lock, shared, for as long as it lives: a killed one lets go by itself.
const PRESENCE = 0x6d7a61

async function isUnused(adminUrl: string): Promise<boolean> {
  const ask = (client: Awaited<ReturnType<typeof connect>>) =>
    client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${PRESENCE}) AS free`)
  const answer = await withConnection(adminUrl, ask).catch(() => null)
  return answer?.rows[0]?.free ?? true
}

/** Starts the server unless it runs. False: it does not let us in, so it is not the one that our state tells of. */
async function runs(home: DatabaseHome, stateFolder: string): Promise<boolean> {
  const state = readState(stateFolder).database
  if (!state) return false
  const running = runningPort(home)
  const port = running ?? ((await isFree(state.port)) ? state.port : await freePort())
  if (running === null) await startServer(home, port)
  writeState(stateFolder, { database: { ...state, port } })
  return canLogIn(`${serverUrl(stateFolder)}/postgres`)
}

function serverUrl(stateFolder: string): string {
  const state = readState(stateFolder).database
  if (!state) throw new Error('the state of the embedded database is missing')
  return asLogin(`postgresql://127.0.0.1:${state.port}`, { user: 'postgres', password: state.password })
}

async function createDatabase(server: string): Promise<void> {
  const create = withConnection(`${server}/postgres`, client => client.query('CREATE DATABASE mza'))
  await create.catch(error => {
    if (sqlState(error) !== '42P04') throw error
  })
  // The server is the portal's alone: in its other databases no login has anything to look for.
  await withConnection(`${server}/postgres`, client =>
    client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC'),
  )
}

/** Does something while no other command starts or stops the server. */
async function alone<T>(
  stateFolder: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    if (signal?.aborted) throw new Interrupted()
    const lock = await takeLock(stateFolder, 'database', 'starting or stopping the database')
    if ('release' in lock) return work().finally(lock.release)
    await wait(100)
  }
}
