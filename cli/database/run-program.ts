import { plainEnvironment } from '#cli/env.ts'
import { run } from '#scripts/run.js'
import { programIn } from './binaries.ts'
import type { DatabaseHome } from './home.ts'

/** Runs one of PostgreSQL's programs as the user it may run as, and gives its output. */
export const runProgram = (
  home: DatabaseHome,
  name: 'initdb' | 'pg_ctl',
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> =>
  run(programIn(home.postgres, name), args, {
    cwd: home.folder,
    env: { ...plainEnvironment(), HOME: home.folder, LC_ALL: 'C', TZ: 'UTC' },
    uid: home.user?.uid,
    gid: home.user?.gid,
    signal,
  })
