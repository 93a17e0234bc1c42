import { execFileSync } from 'node:child_process'
import { Failure } from '#scripts/failure.js'

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

const NAME = 'postgres'

/** The user that PostgreSQL runs as where we are root, since it refuses to be root itself; made if missing. */
export function postgresUser(): SystemUser {
  const found = find()
  if (found) return found
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
      {
        stdio: 'ignore',
      },
    )
  } catch (error) {
    throw new Failure(
      'PostgreSQL may not run as root, and the system user “postgres” could not be made',
      'Create that user, or run the same command as an ordinary user.',
      error,
    )
  }
  const made = find()
  if (!made)
    throw new Failure('the system user “postgres” is missing', 'Create it, or run as an ordinary user.')
  return made
}

function find(): SystemUser | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}
