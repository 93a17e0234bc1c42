import { spawn } from 'node:child_process'
import { gitEnvironment } from '#features/ingest/env.ts'

/** Settings of the user's or the repository's that would change what git prints, or run programs. */
const PLAIN = [
  '--no-replace-objects',
  '-c',
  'log.follow=false',
  '-c',
  'log.showSignature=false',
  '-c',
  'core.fsmonitor=false',
]

/** How git ended: `error` is null where it went well, else why not, in a line. */
export interface GitOutcome {
  readonly error: string | null
}

/** Runs git in a folder, and hands on what it prints as it comes. */
export function runGit(
  folder: string,
  args: readonly string[],
  take: (chunk: Buffer) => void,
  input = '',
): Promise<GitOutcome> {
  return new Promise(resolve => {
    const child = spawn('git', [...PLAIN, ...args], { cwd: folder, env: gitEnvironment() })
    let complaint = ''
    child.stdout.on('data', take)
    child.stderr.setEncoding('utf8').on('data', text => {
      complaint = (complaint + text).slice(0, 4000)
    })
    child.on('error', error =>
      resolve({ error: 'code' in error && error.code === 'ENOENT' ? 'no git' : error.message }),
    )
    child.on('close', code => {
      const [first = ''] = complaint.replace(/^fatal: /, '').split('\n')
      resolve({ error: code === 0 ? null : first || `git ended with ${code}` })
    })
    // A git that ended early has closed its input; how it ended says why.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** The same, for short output. */
export async function askGit(
  folder: string,
  args: readonly string[],
): Promise<GitOutcome & { readonly output: Buffer }> {
  const chunks: Buffer[] = []
  const { error } = await runGit(folder, args, chunk => chunks.push(chunk))
  return { error, output: Buffer.concat(chunks) }
}
