import { type Diagnostic, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import { MAX_INTENT_BYTES, MAX_RECORDS_PER_INTENT } from '#features/evidence/limits-model.ts'

/** An intent with more records, or larger ones, than one may have. */
export interface Crowd {
  readonly intent: string | null
  readonly records: number
  /** Of their lines, line ends not counted. */
  readonly bytes: number
}

/** Why a bundle with such an intent is refused. */
export const crowdDiagnostic = ({ file }: Bundle, { intent, records, bytes }: Crowd): Diagnostic =>
  report(
    BUNDLE_RULES.crowd,
    { file: `${file}/run.json`, line: 1, column: 1 },
    `expected at most ${MAX_RECORDS_PER_INTENT} records of an intent and ${MAX_INTENT_BYTES} bytes, found ${records} of ${intent ?? 'none'} with ${bytes} bytes`,
  )

/** Bounds the memory of the count. Intents that come first after so many are left to the database. */
const MAX_COUNTED = 1_000_000

/** Counts records by intent. */
export function createCrowds() {
  const counts = new Map<string | null, { records: number; bytes: number }>()
  return {
    take(intent: string | null, line: string): void {
      const bytes = Buffer.byteLength(line)
      const count = counts.get(intent)
      if (count) {
        count.records += 1
        count.bytes += bytes
      } else if (counts.size < MAX_COUNTED) counts.set(intent, { records: 1, bytes })
    },
    /** The first that has too many; null: none. */
    crowd(): Crowd | null {
      for (const [intent, { records, bytes }] of counts)
        if (records > MAX_RECORDS_PER_INTENT || bytes > MAX_INTENT_BYTES) return { intent, records, bytes }
      return null
    },
  }
}
