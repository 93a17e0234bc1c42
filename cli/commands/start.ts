import { prepareContent } from '#cli/content/prepare-content.ts'
import { unlessAborted } from '#cli/content/unless-aborted.ts'
import type { EmbeddedDatabase } from '#cli/database/embedded.ts'
import { openLogins, openServer } from '#cli/database/open.ts'
import { type Environment, readEnvironment } from '#cli/env.ts'
import { build } from '#cli/portal/build.ts'
import { type Entrance, openEntrance } from '#cli/portal/entrance.ts'
import { type Gate, startGate } from '#cli/portal/gate.ts'
import { generateClient } from '#cli/portal/generate-client.ts'
import { holdPortal } from '#cli/portal/hold-portal.ts'
import { PROJECT, STATE_FOLDER } from '#cli/project.ts'
import { migrate } from '#prisma/migrate.ts'
import { Failure, Interrupted } from '#scripts/failure.js'
import { checkPort } from '#scripts/port.js'
import { step } from '#scripts/step.js'
import type { AddCommand } from './command.ts'

export const addStart: AddCommand = (program, signal) => {
  program
    .command('start')
    .description('start the portal (npm start does this, and installs what is missing first)')
    .action(() => start(signal))
}

async function start(signal: AbortSignal): Promise<void> {
  const environment = readEnvironment(PROJECT)
  await checkPort(environment.host, environment.port)
  if (environment.opsPort !== null) await checkPort(environment.host, environment.opsPort, 'MZA_OPS_PORT')
  const hold = await holdPortal(environment.origin)
  const open: Open = {}
  try {
    await bringUp(environment, signal, open)
    if (open.gate) await serve(open.gate, environment, open.entrance?.words ?? '', signal)
  } finally {
    if (open.gate) await open.gate.stop()
    if (open.entrance) await open.entrance.close()
    if (open.server) await open.server.close()
    hold.release()
  }
}

interface Open {
  server?: EmbeddedDatabase
  entrance?: Entrance
  gate?: Gate
}

async function bringUp(environment: Environment, signal: AbortSignal, open: Open): Promise<void> {
  const { databaseUrl } = environment
  await generateClient(signal)
  const server = await step(databaseUrl ? 'reach the database' : 'start the database', () =>
    openServer(STATE_FOLDER, databaseUrl, signal),
  )
  open.server = server
  goOn(signal)
  const { writeUrl, viewUrls } = await step('prepare logins', () => openLogins(STATE_FOLDER, server.adminUrl))
  goOn(signal)
  // Not interrupted half-way: it takes a moment, and a migration broken off has to be looked at.
  await step('migrate', async note => note((await migrate(writeUrl)).join(', ') || 'nothing new'))
  goOn(signal)
  await prepareContent(environment, writeUrl, signal)
  await build(signal)
  goOn(signal)
  const entrance = await openEntrance(environment)
  open.entrance = entrance
  goOn(signal)
  // A log is for programs that collect it, not for eyes.
  const gate = startGate(
    environment,
    viewUrls,
    process.stdout.isTTY ? 'ignore' : 'inherit',
    entrance.settings,
  )
  open.gate = gate
  await step('start the gate', () => unlessAborted(signal, Promise.all([gate.ready, entrance.ready])))
}

function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Interrupted()
}

async function serve(
  gate: Gate,
  { origin }: Environment,
  signingIn: string,
  signal: AbortSignal,
): Promise<void> {
  console.log(`
Mza is ready: ${origin}
  Scope   guest, read-only
  Sign in ${signingIn}
  Stop    Ctrl-C
`)
  const stopped = new Promise<'stopped'>(resolve => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
    if (signal.aborted) resolve('stopped')
  })
  const how = await Promise.race([stopped, gate.ended])
  if (how !== 'stopped')
    throw new Failure(
      `the gate ended with code ${how}`,
      'Read what it printed above, then run npm start again.',
    )
  console.log('\nStopping …')
}
