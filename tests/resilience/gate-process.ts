import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { type ViewUrls, viewVariables } from '#features/access/view-urls-model.ts'
import { freePort } from '#scripts/port.js'

/** Milliseconds after which a gate is ended that does not end by itself: the tests of the drain judge that. */
const LONGEST_DRAIN = 20_000

/** A gate as it runs anywhere, a process of its own, with all it printed. */
export interface GateProcess {
  readonly origin: string
  /** Where it gives figures and details to whoever runs it. */
  readonly opsOrigin: string
  readonly pid: number
  /** All it printed so far. */
  readonly stdout: string
  readonly stderr: string
  readonly isUp: boolean
  /** Settles when it has ended, with its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
  signal(name: NodeJS.Signals): void
  /** Bytes of memory it holds; null where the system does not say. */
  memory(): number | null
  stop(): Promise<void>
}

export interface GateProcessOptions {
  /** Address of its database. */
  readonly viewUrls: ViewUrls
  /** Where to listen; any port that is free unless given. */
  readonly port?: number
  /** Scheme and host by which readers know the portal; where it listens unless given. */
  readonly portal?: string
}

/** Starts a gate and waits until it listens. */
export async function startGateProcess(options: GateProcessOptions): Promise<GateProcess> {
  const [port, opsPort] = [options.port ?? (await freePort()), await freePort()]
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [path.join(PROJECT, 'server', 'main.ts')], {
    cwd: PROJECT,
    env: {
      ...plainEnvironment(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      MZA_OPS_PORT: String(opsPort),
      MZA_ORIGIN: options.portal ?? origin,
      ...viewVariables(options.viewUrls),
    },
    // The channel: where the tests are killed, it ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', text => {
      printed[name] += text
    })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const failed = ended.then(code => {
    throw new Error(`the gate ended with code ${code} before it listened\n${printed.stderr}`)
  })
  failed.catch(() => {})
  await Promise.race([once(child, 'message'), failed])
  const pid = child.pid ?? 0

  return {
    origin,
    opsOrigin: `http://127.0.0.1:${opsPort}`,
    pid,
    ended,
    get stdout() {
      return printed.stdout
    },
    get stderr() {
      return printed.stderr
    },
    get isUp() {
      return child.exitCode === null && child.signalCode === null
    },
    signal: name => {
      child.kill(name)
    },
    memory() {
      const status = process.platform === 'linux' ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : ''
      const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
      return kibibytes === undefined ? null : Number(kibibytes) * 1024
    },
    async stop() {
      child.kill('SIGINT')
      const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_DRAIN)
      await ended
      clearTimeout(timer)
    },
  }
}
