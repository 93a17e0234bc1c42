import { stopEmbedded } from '#cli/database/embedded.ts'
import { STATE_FOLDER } from '#cli/project.ts'
import { Failure } from '#scripts/failure.js'
import { lockHolder } from '#scripts/lock.js'
import type { AddCommand } from './command.ts'

export const addStop: AddCommand = program => {
  program
    .command('stop')
    .description('stop the embedded database that a killed portal left running')
    .action(stop)
}

async function stop(): Promise<void> {
  const portal = await lockHolder(STATE_FOLDER, 'portal')
  if (portal)
    throw new Failure(
      `the portal runs: ${portal.about} (process ${portal.pid})`,
      'Press Ctrl-C where it runs.',
    )
  await stopEmbedded(STATE_FOLDER)
}
