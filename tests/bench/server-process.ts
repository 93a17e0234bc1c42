import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { exchange } from '#tests/bench/exchange.ts'

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  /** Scheme, host and port. */
  readonly origin: string
  /** CPU time it has used so far, in seconds, its kernel's share included. */
  cpuSeconds(): Promise<number>
  stop(): Promise<void>
}

interface NodeServer {
  readonly port: number
  /** A script and its arguments. */
  readonly program: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** An address that answers with 200 once it serves. */
  readonly readyAt: string
}

const TETHER = path.join(import.meta.dirname, 'tether.ts')
const PATIENCE_MS = 60_000
const LOOK_MS = 100
const GRACE_MS = 15_000

/** Starts a Node server on this very Node. Settles when it serves. */
export async function startNodeServer(server: NodeServer): Promise<ServerProcess> {
  const { port, program, environment = {}, readyAt } = server
  const child = spawn(process.execPath, ['--import', TETHER, ...program], {
    cwd: PROJECT,
    env: { ...plainEnvironment(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return holdServer(child, `http://127.0.0.1:${port}`, readyAt, () => askCpuSeconds(child))
}

/** A started server, once it serves; stopped again where it does not. */
export async function holdServer(
  child: ChildProcess,
  origin: string,
  readyAt: string,
  cpuSeconds: () => Promise<number>,
): Promise<ServerProcess> {
  const ended = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
    await ended
    clearTimeout(timer)
  }
  try {
    await untilReady(child, origin + readyAt)
    return { origin, cpuSeconds, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  const latest = performance.now() + PATIENCE_MS
  while (performance.now() < latest) {
    if (child.exitCode !== null) throw new Error(`The server of ${address} ended with ${child.exitCode}.`)
    const answer = await exchange(address).catch(() => null)
    if (answer?.status === 200) return
    await wait(LOOK_MS)
  }
  throw new Error(`${address} did not answer with 200 within ${PATIENCE_MS / 1000} s.`)
}

const askCpuSeconds = (child: ChildProcess): Promise<number> =>
  new Promise(resolve => {
    const take = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('cpuMicroseconds' in message)) return
      child.off('message', take)
      resolve(Number(message.cpuMicroseconds) / 1e6)
    }
    child.on('message', take)
    child.send('cpu')
  })
