import { parseLedger } from '#features/checklist/ledger-rules.ts'
import { SLUG } from '#features/document/category-model.ts'
import { MAX_LEDGER_BYTES } from '#features/document/file-ingest.ts'
import { readBlobs } from '#features/ingest/blobs-ingest.ts'
import type { CommittedLedgers, CommittedLine } from '#features/ingest/committed-line-model.ts'
import type { Change, Past } from '#features/ingest/history-model.ts'
import { lineScanner } from '#features/ingest/line-scanner-rules.ts'

const LEDGER = '/change-log.jsonl'

/** Every line that a ledger ever had in a commit, those that are no lines left out. */
async function readCommittedLines(
  root: string,
  path: string,
  { history, ledgers }: Past,
): Promise<Map<string, CommittedLine>> {
  const first = new Map<string, Change>()
  for (const change of ledgers.get(path) ?? [])
    if (change.blob !== null && !first.has(change.blob)) first.set(change.blob, change)
  const merged = new Set((history.get(path) ?? []).map(({ blob }) => blob))
  const [scan, scanMerged] = [lineScanner(), lineScanner()]
  const written: { text: string; entry: Change }[] = []
  const binding = new Set<string>()
  await readBlobs(root, first.keys(), MAX_LEDGER_BYTES, (blob, bytes) => {
    const entry = first.get(blob)
    if (!entry) return
    written.push(...scan(bytes).map(text => ({ text, entry })))
    if (merged.has(blob)) for (const text of scanMerged(bytes)) binding.add(text)
  })
  const lines = new Map<string, CommittedLine>()
  for (const { line, ...read } of readLines(
    path,
    written.map(({ text }) => text),
  )) {
    const source = written[line - 1]
    if (!source) continue
    lines.set(read.hash, { ...read, entry: source.entry, isBinding: binding.delete(source.text) })
  }
  // What is left was first written otherwise, with other spaces, or is no line.
  for (const { hash } of readLines(path, [...binding])) {
    const line = lines.get(hash)
    if (line) lines.set(hash, { ...line, isBinding: true })
  }
  return lines
}

const readLines = (path: string, texts: readonly string[]) => parseLedger(path, texts.join('\n')).lines

/** Every line that ledgers ever had in a commit that HEAD stands on, or that a merge under way brings. */
export async function readCommittedLedgers(root: string, past: Past): Promise<CommittedLedgers> {
  const ledgers = new Map<string, ReadonlyMap<string, CommittedLine>>()
  for (const path of past.ledgers.keys()) {
    const folder = path.slice(0, -LEDGER.length)
    if (!folder.includes('/') || !folder.split('/').every(part => SLUG.test(part))) continue
    ledgers.set(folder, await readCommittedLines(root, path, past))
  }
  return ledgers
}
