import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { withConnection } from '#cli/database/connect.ts'
import { type Database, openLogins } from '#cli/database/open.ts'
import { build } from '#cli/portal/build.ts'
import { type Gate, startGate } from '#cli/portal/gate.ts'
import { PROJECT } from '#cli/project.ts'
import { formatDiagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { migrate } from '#prisma/migrate.ts'
import { findChromium } from '#scripts/chromium.js'
import { freePort } from '#scripts/port.js'
import { openTestServer } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Scheme, host and port of a portal that serves the project's content. */
    origin: string
    /** Path of a Chromium. */
    chromium: string
  }
}

/** A portal as `npm start` brings it up, on a database and a port of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium()
  if (chromium === null) throw new Error('there is no Chromium: npm test finds or installs one')
  project.provide('chromium', chromium)
  await build(new AbortController().signal)
  const server = await openTestServer()
  try {
    const { origin, gate } = await startPortal(server)
    project.provide('origin', origin)
    return async () => {
      await gate.stop()
      await server.close()
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

async function startPortal(server: Database): Promise<{ origin: string; gate: Gate }> {
  const name = `e2e_${randomBytes(4).toString('hex')}`
  await withConnection(server.adminUrl, client => client.query(`CREATE DATABASE ${name}`))
  const { writeUrl, guestUrl } = await openLogins('', server.adminUrl.replace(/\/mza$/, `/${name}`))
  await migrate(writeUrl)
  const contentFolder = path.join(PROJECT, 'content')
  const request = { contentFolder, databaseUrl: writeUrl, now: new Date(), onProgress: () => {} }
  const { diagnostics } = await ingest(request)
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const gate = startGate({ host: '127.0.0.1', port, origin, opsPort: null }, guestUrl)
  await gate.ready
  return { origin, gate }
}
