import fs from 'node:fs'
import path from 'node:path'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { freePort } from '#scripts/port.js'
import { run } from '#scripts/run.js'
import { OUTPUT } from '#tests/bench/output.ts'
import { type ServerProcess, startNodeServer } from '#tests/bench/server-process.ts'

const APP = path.join(OUTPUT, 'next-app')
const NEXT = path.join(PROJECT, 'node_modules', 'next', 'dist', 'bin', 'next')

/** Builds an app of nothing but one static page with this page's body. */
export async function buildNextApp(html: string, signal: AbortSignal): Promise<void> {
  fs.cpSync(path.join(import.meta.dirname, 'next-app'), APP, { recursive: true })
  fs.writeFileSync(path.join(APP, 'page.html'), html)
  const env = {
    ...plainEnvironment(),
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    CI: '1',
  }
  await run(process.execPath, [NEXT, 'build'], { cwd: APP, env, signal, tied: true })
}

/** `next start`, as it comes. */
export async function startNextApp(): Promise<ServerProcess> {
  const port = await freePort()
  const program = [NEXT, 'start', APP, '--hostname', '127.0.0.1', '--port', String(port)]
  return startNodeServer({ port, program, readyAt: '/' })
}
