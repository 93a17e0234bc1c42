import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { type Environment, plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { type SignInSettings, signInVariables } from '#features/access/sign-in-settings-model.ts'
import { type ViewUrls, viewVariables } from '#features/access/view-urls-model.ts'
import { Failure } from '#scripts/failure.js'

/** Where the gate listens, what its absolute addresses and those for editing begin with, and how many connections it has. */
type Listening = Pick<Environment, 'host' | 'port' | 'origin' | 'opsPort' | 'contentUrl' | 'viewConnections'>

export interface Gate {
  /** Settles when it listens; fails when it ends before. */
  readonly ready: Promise<void>
  /** Settles when the gate has ended, with its exit code. */
  readonly ended: Promise<number>
  /** Lets it finish what it serves, at most 15 s. */
  stop(): Promise<void>
}

const DRAIN_MS = 15_000

/**
 * Starts the gate. Of the database's passwords it is given those of the view logins alone; of other secrets, what signing in needs.
 * @param log what becomes of its lines about ordinary events; what goes wrong it says on standard error
 */
export function startGate(
  { host, port, origin, opsPort, contentUrl, viewConnections }: Listening,
  viewUrls: ViewUrls,
  log: 'inherit' | 'ignore' = 'ignore',
  signIn: SignInSettings | null = null,
): Gate {
  const env = {
    ...plainEnvironment(),
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: host,
    PORT: String(port),
    MZA_ORIGIN: origin,
    ...(opsPort === null ? {} : { MZA_OPS_PORT: String(opsPort) }),
    ...(viewConnections === null ? {} : { MZA_VIEW_CONNECTIONS: String(viewConnections) }),
    ...(contentUrl === null ? {} : { MZA_CONTENT_URL: contentUrl }),
    ...viewVariables(viewUrls),
    ...(signIn ? signInVariables(signIn) : {}),
  }
  // A group of its own: a Ctrl-C of the terminal reaches it through us, in order, before the database stops.
  const child = spawn(process.execPath, [path.join(PROJECT, 'server', 'main.ts')], {
    cwd: PROJECT,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, 'inherit', 'ipc'],
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('exit', code => resolve(code ?? 1))
  })
  const failed = ended.then(code => {
    throw new Failure(`the gate ended with code ${code} before it listened`, 'Read what it printed above.')
  })
  const ready = Promise.race([listening(child), failed])
  ready.catch(() => {})
  return { ready, ended, stop: () => stop(child, ended) }
}

const listening = (child: ChildProcess) =>
  new Promise<void>(resolve => {
    child.on('message', message => {
      if (typeof message === 'object' && message !== null && 'listening' in message) resolve()
    })
  })

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS)
  await ended
  clearTimeout(timer)
}
