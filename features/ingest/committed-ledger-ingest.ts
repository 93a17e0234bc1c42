import { checkNothingRewritten } from '#features/checklist/agreement-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import { parseLedger } from '#features/checklist/ledger-rules.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { MAX_LEDGER_BYTES } from '#features/document/file-ingest.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { readBlobs } from '#features/ingest/blobs-ingest.ts'
import type { History } from '#features/ingest/history-model.ts'

/** Enough to see what happened to a ledger. */
const MAX_REPORTED = 100

/** Where a document keeps its ledger, whether or not it does. */
const ledgerPathOf = ({ found }: ReadDocument) => `${found.path}/change-log.jsonl`

/** Every line that a document's ledger ever had in a commit, those that are no lines left out. */
async function readCommittedLines(
  folder: string,
  document: ReadDocument,
  history: History,
): Promise<readonly HashedLedgerLine[]> {
  const written = new Set<string>()
  const blobs = (history.get(ledgerPathOf(document)) ?? []).flatMap(({ blob }) => blob ?? [])
  await readBlobs(folder, blobs, MAX_LEDGER_BYTES, (_, bytes) => {
    for (const line of bytes.toString('utf8').split(/\r?\n/)) written.add(line)
  })
  return parseLedger(ledgerPathOf(document), [...written].join('\n')).lines
}

/** The lines that ledgers once had, by a commit or by an ingest, and no longer have. */
export async function checkLedgers(
  folder: string,
  documents: readonly ReadDocument[],
  history: History,
  ingested: ReadonlyMap<string, readonly HashedLedgerLine[]>,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  for (const document of documents) {
    const committed = await readCommittedLines(folder, document, history)
    const previous = new Map(
      [...committed, ...(ingested.get(document.found.path) ?? [])].map(line => [line.hash, line]),
    )
    const file = document.found.ledger?.file ?? document.authoritative.source.file
    const current = new Set(document.lines.map(line => line.hash))
    diagnostics.push(...checkNothingRewritten(file, [...previous.values()], current).slice(0, MAX_REPORTED))
  }
  return diagnostics
}
