import fs from 'node:fs'
import path from 'node:path'
import type { DatabaseHome } from './home.ts'
import { runProgram } from './run-program.ts'

const SETTINGS = `
# Mza: reached over the loopback address alone.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 50
timezone = 'UTC'
log_timezone = 'UTC'
`

/**
 * Makes the data folder, under another name until it is whole: an interrupted one is never taken for a good one.
 * @param password of the administrator `postgres`
 */
export async function initialise(home: DatabaseHome, password: string, signal?: AbortSignal): Promise<void> {
  const partial = `${home.data}.partial`
  const passwordFile = path.join(home.folder, 'password.partial')
  for (const leftover of [partial, passwordFile, home.data])
    fs.rmSync(leftover, { recursive: true, force: true })
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (home.user) fs.chownSync(passwordFile, home.user.uid, home.user.gid)
  try {
    await runProgram(
      home,
      'initdb',
      [`--pgdata=${partial}`, `--pwfile=${passwordFile}`, ...OPTIONS, ...locale()],
      signal,
    )
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
  fs.appendFileSync(path.join(partial, 'postgresql.conf'), SETTINGS)
  fs.renameSync(partial, home.data)
}

const OPTIONS = ['--username=postgres', '--encoding=UTF8', '--auth=scram-sha-256']

// Without these, and with LANG unset, a cluster is SQL_ASCII and finds no Georgian. macOS and Windows lack the C library's C.UTF-8.
const locale = () =>
  process.platform === 'linux'
    ? ['--locale-provider=builtin', '--locale=C.UTF-8']
    : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
