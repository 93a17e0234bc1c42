import { STATE_FOLDER } from '#cli/project.ts'
import { Failure } from '#scripts/failure.js'
import { takeLock } from '#scripts/lock.js'

/**
 * Marks this project as served by this process until released.
 * @throws {Failure} when another process serves it
 */
export async function holdPortal(origin: string): Promise<{ release: () => void }> {
  const lock = await takeLock(STATE_FOLDER, 'portal', origin)
  if ('release' in lock) return lock
  throw new Failure(
    `the portal of this folder is already running or starting: ${lock.holder.about} (process ${lock.holder.pid})`,
    'Use that one, or press Ctrl-C where it runs and start again.',
  )
}
