import { checkNothingRewritten } from '#features/checklist/agreement-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { Diagnostic, Place } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { reportLost } from '#features/ingest/lost-ledger-rules.ts'

/** Enough to see what happened to a ledger. */
const MAX_REPORTED = 100

/** What ledgers once had, by their document's folder. */
export type PreviousLines = ReadonlyMap<string, readonly HashedLedgerLine[]>

interface Kept {
  /** Of the content folder. */
  readonly place: Place
  /** Of every document there is, also of those that could not be read. */
  readonly paths: ReadonlySet<string>
  readonly documents: readonly ReadDocument[]
}

/** The lines that ledgers once had and no longer have, and the ledgers that are gone with their documents. */
export function checkKept(
  { place, paths, documents }: Kept,
  sources: readonly PreviousLines[],
): Diagnostic[] {
  const previousOf = (folder: string) =>
    new Map(sources.flatMap(source => source.get(folder) ?? []).map(line => [line.hash, line]))
  const rewritten = documents.flatMap(document => {
    const file = document.found.ledger?.file ?? document.authoritative.source.file
    const current = new Set(document.lines.map(line => line.hash))
    const previous = [...previousOf(document.found.path).values()]
    return checkNothingRewritten(file, previous, current).slice(0, MAX_REPORTED)
  })
  const lost = [...new Set(sources.flatMap(source => [...source.keys()]))].flatMap(folder => {
    const lines = paths.has(folder) ? 0 : previousOf(folder).size
    return lines > 0 ? [reportLost(place.file, folder, lines)] : []
  })
  return [...rewritten, ...lost]
}
