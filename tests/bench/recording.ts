import fs from 'node:fs'
import path from 'node:path'
import { freePort } from '#scripts/port.js'
import type { Exchange } from '#tests/bench/exchange.ts'
import { OUTPUT } from '#tests/bench/output.ts'
import { type ServerProcess, startNodeServer } from '#tests/bench/server-process.ts'

/** An answer on its way to the bare server. */
export interface Recording {
  readonly headers: readonly string[]
  /** In base64. */
  readonly body: string
}

/** A bare `node:http` server that gives one answer, byte for byte. */
export async function startBareServer(
  name: string,
  { headers, body }: Omit<Exchange, 'status'>,
): Promise<ServerProcess> {
  const file = path.join(OUTPUT, `${name}.json`)
  const recording: Recording = { headers, body: body.toString('base64') }
  fs.writeFileSync(file, JSON.stringify(recording))
  const port = await freePort()
  const program = [path.join(import.meta.dirname, 'bare-server.ts'), file, String(port)]
  return startNodeServer({ port, program, readyAt: '/' })
}
