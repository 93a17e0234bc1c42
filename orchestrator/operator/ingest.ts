import { spawn } from 'node:child_process'
import path from 'node:path'
import { PROJECT } from '#orchestrator/project.ts'
import { Failure } from '#scripts/failure.js'

/**
 * Brings the bundle to the portal at once: `npm run -s mza -- ingest`, its words on standard error.
 * @throws {Failure} where it refused something
 */
export async function ingest(): Promise<void> {
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [path.join('scripts', 'mza.js'), 'ingest'], {
      cwd: PROJECT,
      stdio: ['ignore', 2, 2],
    })
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0)
    throw new Failure(
      'The bundle is written, but the ingest refused something.',
      'Mend what is named above, then `npm run -s mza -- ingest`.',
    )
}
