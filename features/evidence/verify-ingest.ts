import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import { createCrowds, crowdDiagnostic } from '#features/evidence/crowd-rules.ts'
import { type AdmittedRecords, BundleRefused, readRecords } from '#features/evidence/read-records-ingest.ts'
import { checkTogether } from '#features/evidence/standing-rules.ts'

export interface Verification {
  readonly diagnostics: readonly Diagnostic[]
  /** Bundles in which nothing is wrong. */
  readonly whole: number
  /** Records of these. */
  readonly records: number
}

/** The records of a bundle, counted; or the first thing that is wrong with its files. */
async function verifyFiles(
  bundle: Bundle,
  onRecords: (records: number) => void,
): Promise<number | Diagnostic> {
  let records = 0
  const count = (admitted: AdmittedRecords): void => {
    records = admitted.records
  }
  const crowds = createCrowds()
  try {
    for await (const read of readRecords(bundle, count)) {
      for (const { intent, line } of read) crowds.take(intent, line)
      onRecords(read.at(-1)?.number ?? 0)
    }
    const crowd = crowds.crowd()
    return crowd ? crowdDiagnostic(bundle, crowd) : records
  } catch (error) {
    if (error instanceof BundleRefused) return error.diagnostic
    throw error
  }
}

/**
 * Holds bundles against their run.json as they lie, line by line, with no database anywhere.
 * @param found what is known to be wrong with their folders
 */
export async function verifyBundles(
  bundles: readonly Bundle[],
  found: readonly Diagnostic[],
  onProgress: (note: string) => void,
): Promise<Verification> {
  const diagnostics = [...found, ...checkTogether(bundles, new Map())]
  const isSpoilt = ({ file }: Bundle): boolean =>
    hasErrors(diagnostics.filter(diagnostic => diagnostic.file.startsWith(`${file}/`)))
  let whole = 0
  let records = 0
  for (const bundle of bundles) {
    const { environment, run } = bundle
    if (isSpoilt(bundle)) continue
    const read = await verifyFiles(bundle, count =>
      onProgress(`reading ${environment}/${run.runId}: ${count} records`),
    )
    if (typeof read !== 'number') {
      diagnostics.push(read)
      continue
    }
    whole += 1
    records += read
  }
  return { diagnostics, whole, records }
}
