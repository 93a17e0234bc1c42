import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { installedPostgres } from './binaries.ts'
import { postgresUser, type SystemUser } from './system-user.ts'

/** Where an embedded PostgreSQL lives, and as whom it runs. */
export interface DatabaseHome {
  readonly folder: string
  readonly data: string
  readonly log: string
  /** Folder of PostgreSQL's programs. */
  readonly postgres: string
  /** Null: as whoever runs us. */
  readonly user: SystemUser | null
}

const ROOTS_HOME = '/var/lib/mza'

/**
 * The home of a state folder's database: inside it, or, for root, a folder under /var/lib that PostgreSQL's own user
 * can reach even where the project lies under a folder that only root may enter.
 */
export function databaseHome(stateFolder: string): DatabaseHome {
  const isRoot = process.getuid?.() === 0
  if (!isRoot) return home(stateFolder, installedPostgres(), null)
  const user = postgresUser()
  const hash = createHash('sha256').update(stateFolder).digest('hex').slice(0, 16)
  const folder = path.join(ROOTS_HOME, hash)
  fs.mkdirSync(ROOTS_HOME, { recursive: true, mode: 0o755 })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  // For who wonders, long after a clone has been deleted, what else may be.
  if (!fs.existsSync(path.join(folder, 'project')))
    fs.writeFileSync(path.join(folder, 'project'), `${path.dirname(stateFolder)}\n`, { flag: 'wx' })
  fs.chownSync(folder, user.uid, user.gid)
  return home(folder, path.join(folder, 'postgres'), user)
}

const home = (folder: string, postgres: string, user: SystemUser | null): DatabaseHome => ({
  folder,
  data: path.join(folder, 'data'),
  log: path.join(folder, 'postgres.log'),
  postgres,
  user,
})
