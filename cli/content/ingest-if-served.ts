import { ingestNow } from '#cli/content/ingest-now.ts'
import type { Workplace } from '#cli/recording/workplace.ts'
import { explain } from '#scripts/explain.js'
import { Failure } from '#scripts/failure.js'
import { lockHolder } from '#scripts/lock.js'

const INGEST = 'npm run -s mza -- ingest'

/**
 * Brings files that a command wrote to the portal, where one runs.
 * @throws {Failure} where it could not be done
 */
export async function ingestIfServed(workplace: Workplace, signal: AbortSignal): Promise<void> {
  if ((await lockHolder(workplace.stateFolder, 'portal')) === null) return
  try {
    await ingestNow(workplace, signal)
  } catch (error) {
    const { message, remedy } = explain(error)
    throw new Failure(
      `The files are written, but the portal that runs does not show them yet: ${message}`,
      `${remedy} Then run: ${INGEST}`,
      error,
    )
  }
}
