import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { forEachScope, viewVariables } from '#features/access/view-urls-model.ts'
import { freePort } from '#scripts/port.js'

/** Milliseconds. Whether a gate ends in time is another test's question; this one must end in any case. */
const LONGEST_DRAIN = 15_000
const PROJECT = path.resolve(import.meta.dirname, '../..')

/** A gate in front of a database that nobody serves, with what it printed so far. */
export async function startLonelyGate(password: string) {
  const [port, nobody] = [await freePort(), await freePort()]
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [path.join('server', 'main.ts')], {
    cwd: PROJECT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      MZA_ORIGIN: origin,
      ...viewVariables(forEachScope(scope => `postgresql://${scope}:${password}@127.0.0.1:${nobody}/mza`)),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', text => printed.push(text))
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => {
    throw new Error(`the gate ended with code ${code}\n${printed.join('')}`)
  })
  await Promise.race([once(child, 'message'), failed])
  failed.catch(() => {})
  return {
    origin,
    pid: child.pid,
    printed: () => printed.join(''),
    isUp: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_DRAIN)
      await ended
      clearTimeout(timer)
    },
  }
}
