import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Run } from '#features/evidence/run-model.ts'
import type { Environment } from '#orchestrator/env.ts'
import { Failure } from '#scripts/failure.js'

const run = promisify(execFile)

async function git(project: string, ...args: readonly string[]): Promise<string | null> {
  try {
    return (await run('git', ['-C', project, ...args])).stdout.trim()
  } catch {
    return null
  }
}

/** An address without user and password; null where it leads into this machine alone. */
export function publicAddress(remote: string): string | null {
  const scp = /^(?:[\w.-]+@)?(?<host>[\w.-]+\.[\w-]+):(?<path>[^/].*)$/.exec(remote)?.groups
  if (scp) return `ssh://${scp['host']}/${scp['path']}`
  if (!/^(?:https?|ssh|git):\/\//.test(remote) || !URL.canParse(remote)) return null
  const address = new URL(remote)
  address.username = ''
  address.password = ''
  address.search = ''
  return address.href
}

/** Evidence and content do not change what runs. */
const OUTSIDE = ['--', '.', ':(exclude)evidence', ':(exclude)content']

/** What runs, and whether its files differ from the commit. */
export interface FoundSubject {
  readonly subject: Run['subject']
  readonly isTreeChanged: boolean
}

/**
 * What runs: repository and commit, from the environment, else from git.
 * @param fallback the repository's name where it has no public address
 * @throws {Failure} where nobody knows the commit
 */
export async function findSubject(
  project: string,
  { subjectRepository, subjectCommit }: Pick<Environment, 'subjectRepository' | 'subjectCommit'>,
  fallback: string,
): Promise<FoundSubject> {
  const remote = subjectRepository ?? publicAddress((await git(project, 'remote', 'get-url', 'origin')) ?? '')
  const commit = subjectCommit ?? (await git(project, 'rev-parse', 'HEAD'))
  if (!commit)
    throw new Failure(
      'Nobody says which commit runs here: there is no git repository, and KES_SUBJECT_COMMIT is not set.',
      'Set KES_SUBJECT_COMMIT to the commit of this code.',
    )
  const changed = subjectCommit === null ? await git(project, 'status', '--porcelain', ...OUTSIDE) : ''
  return { subject: { repository: remote ?? fallback, commit }, isTreeChanged: changed !== '' }
}
