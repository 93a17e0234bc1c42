import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { withConnection } from '#cli/database/connect.ts'
import { openLogins } from '#cli/database/open.ts'
import { build } from '#cli/portal/build.ts'
import { type Gate, startGate } from '#cli/portal/gate.ts'
import { PROJECT } from '#cli/project.ts'
import type { SignInSettings } from '#features/access/sign-in-settings-model.ts'
import { formatDiagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { migrate } from '#prisma/migrate.ts'
import { findChromium } from '#scripts/chromium.js'
import { freePort } from '#scripts/port.js'
import { openTestServer } from './database.ts'
import { writeReportedContent } from './reported-content.ts'
import { writeReportedEvidence } from './reported-evidence.ts'
import { SIGN_IN } from './session.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Scheme, host and port of a portal that serves the project's content. */
    origin: string
    /**
     * The same of one whose owners have reported on three Fridays, with a month of runs (reported-*.ts), and where readers
     * are signed in by session.ts.
     */
    reported: string
    /** An administrator's address of the PostgreSQL behind them. */
    adminUrl: string
    /** Path of a Chromium. */
    chromium: string
  }
}

/** Where the reports of the second portal would be edited. */
const CONTENT_URL = 'https://git.example/team/content/edit/main'

/** Portals as `npm start` brings them up, on a database and a port of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium()
  if (chromium === null) throw new Error('there is no Chromium: npm test finds or installs one')
  project.provide('chromium', chromium)
  await build(new AbortController().signal)
  const server = await openTestServer()
  project.provide('adminUrl', server.adminUrl)
  const reportedContent = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-reported-'))
  const reportedEvidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-evidence-'))
  const gates: Gate[] = []
  const close = async () => {
    await Promise.all(gates.map(gate => gate.stop()))
    await server.close()
    for (const folder of [reportedContent, reportedEvidence])
      fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    writeReportedContent(reportedContent)
    writeReportedEvidence(reportedEvidence)
    for (const [name, folders, contentUrl, signIn] of [
      ['origin', { content: path.join(PROJECT, 'content') }, null, null],
      ['reported', { content: reportedContent, evidence: reportedEvidence }, CONTENT_URL, SIGN_IN],
    ] as const) {
      const { origin, gate } = await startPortal(server.adminUrl, folders, contentUrl, async () => signIn)
      gates.push(gate)
      project.provide(name, origin)
    }
    return close
  } catch (error) {
    await close()
    throw error
  }
}

/** A portal on a database of its own, with this content and evidence, where people sign in as `signInAt` says. */
export async function startPortal(
  adminUrl: string,
  folders: { readonly content: string; readonly evidence?: string },
  contentUrl: string | null = null,
  signInAt: (origin: string) => Promise<SignInSettings | null> = async () => null,
  viewConnections: number | null = null,
): Promise<{ origin: string; gate: Gate }> {
  const name = `e2e_${randomBytes(4).toString('hex')}`
  await withConnection(adminUrl, client => client.query(`CREATE DATABASE ${name}`))
  const { writeUrl, viewUrls } = await openLogins('', adminUrl.replace(/\/mza$/, `/${name}`))
  await migrate(writeUrl)
  const { diagnostics } = await ingest({
    contentFolder: folders.content,
    ...(folders.evidence === undefined ? {} : { evidenceFolder: folders.evidence }),
    databaseUrl: writeUrl,
    now: new Date(),
    onProgress: () => {},
  })
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const signIn = await signInAt(origin)
  const gate = startGate(
    { host: '127.0.0.1', port, origin, opsPort: null, contentUrl, viewConnections },
    viewUrls,
    'ignore',
    signIn,
  )
  await gate.ready
  return { origin, gate }
}
