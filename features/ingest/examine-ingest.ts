import { type ReadContent, readContent } from '#features/document/content-ingest.ts'
import { checkKept, type PreviousLines } from '#features/ingest/kept-ledger-rules.ts'
import { ledgerFoldersIn } from '#features/ingest/lost-ledger-rules.ts'
import type { KnownLines } from '#features/ingest/owners-then-ingest.ts'
import { type RecordOfPast, readRecordOfPast } from '#features/ingest/record-of-past-ingest.ts'

/** A content folder with its history; all that is wrong with both stands with the content. */
export interface Examined extends Omit<RecordOfPast, 'diagnostics' | 'ownersOf'> {
  readonly content: ReadContent
}

/** What commits bind ledgers to: of documents that are, and of those that were. */
function bindingLines({ committed, past }: RecordOfPast, { paths }: ReadContent): PreviousLines {
  const folders = [...paths, ...ledgerFoldersIn(past.history.keys())]
  return new Map(
    folders.map(folder => {
      const lines = [...(committed.get(folder)?.values() ?? [])]
      return [folder, lines.filter(({ isBinding }) => isBinding)]
    }),
  )
}

/**
 * Reads a content folder and its history, and holds them against every rule that needs no database.
 * @param known what an ingest took in before: it may not change or vanish either
 * @throws {Error} of git
 */
export async function examine(
  contentFolder: string,
  now: Date,
  known: KnownLines = new Map(),
): Promise<Examined> {
  const record = await readRecordOfPast(contentFolder, known)
  const content = await readContent(contentFolder, now, record.ownersOf)
  const kept = checkKept(content, [bindingLines(record, content), known])
  const { past, committed, texts } = record
  const diagnostics = [...content.diagnostics, ...record.diagnostics, ...kept]
  return { content: { ...content, diagnostics }, past, committed, texts }
}
