import type { Typed } from '#cli/recording/read-options.ts'
import { Failure } from '#scripts/failure.js'

/** Options that mean something to one of the two things that `mza friday` does, by the names that commander gives them. */
const OF_DIGEST = { asOf: '--as-of', locale: '--locale' }
const OF_REPORT = { as: '--as', dryRun: '--dry-run' }

/**
 * Refuses options that would be passed over in silence: those of a digest for a report, and the reverse.
 * @throws {Failure} that names them
 */
export function refuseMeaningless(typed: Typed): void {
  const isDigest = typed['digest'] === true
  const idle = Object.entries(isDigest ? OF_REPORT : OF_DIGEST).filter(([name]) => typed[name] !== undefined)
  if (idle.length === 0) return
  const options = idle.map(([, option]) => option).join(' and ')
  throw new Failure(
    `mza friday: ${options} mean${idle.length === 1 ? 's' : ''} nothing ${isDigest ? 'with' : 'without'} --digest`,
    isDigest ? `Leave out ${options}, or --digest.` : `Leave out ${options}, or add --digest.`,
  )
}
