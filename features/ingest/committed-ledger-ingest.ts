import { checkNothingRewritten } from '#features/checklist/agreement-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import { parseLedger } from '#features/checklist/ledger-rules.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadContent } from '#features/document/content-ingest.ts'
import { MAX_LEDGER_BYTES } from '#features/document/file-ingest.ts'
import { readBlobs } from '#features/ingest/blobs-ingest.ts'
import type { History } from '#features/ingest/history-model.ts'
import { ledgerFoldersIn, reportLost } from '#features/ingest/lost-ledger-rules.ts'

/** Enough to see what happened to a ledger. */
const MAX_REPORTED = 100

/** Every line that the ledger of a document's folder ever had in a commit, those that are no lines left out. */
async function readCommittedLines(
  root: string,
  folder: string,
  history: History,
): Promise<readonly HashedLedgerLine[]> {
  const path = `${folder}/change-log.jsonl`
  const written = new Set<string>()
  const blobs = (history.get(path) ?? []).flatMap(({ blob }) => blob ?? [])
  await readBlobs(root, blobs, MAX_LEDGER_BYTES, (_, bytes) => {
    for (const line of bytes.toString('utf8').split(/\r?\n/)) written.add(line)
  })
  return parseLedger(path, [...written].join('\n')).lines
}

/** The lines that ledgers once had, by a commit or by an ingest, and no longer have. */
export async function checkLedgers(
  root: string,
  { place, paths, documents }: ReadContent,
  history: History,
  ingested: ReadonlyMap<string, readonly HashedLedgerLine[]>,
): Promise<Diagnostic[]> {
  const previousOf = async (folder: string) => {
    const committed = await readCommittedLines(root, folder, history)
    return new Map([...committed, ...(ingested.get(folder) ?? [])].map(line => [line.hash, line]))
  }
  const diagnostics: Diagnostic[] = []
  for (const document of documents) {
    const previous = await previousOf(document.found.path)
    const file = document.found.ledger?.file ?? document.authoritative.source.file
    const current = new Set(document.lines.map(line => line.hash))
    diagnostics.push(...checkNothingRewritten(file, [...previous.values()], current).slice(0, MAX_REPORTED))
  }
  for (const folder of new Set([...ledgerFoldersIn(history), ...ingested.keys()])) {
    const lines = paths.has(folder) ? 0 : (await previousOf(folder)).size
    if (lines > 0) diagnostics.push(reportLost(place.file, folder, lines))
  }
  return diagnostics
}
