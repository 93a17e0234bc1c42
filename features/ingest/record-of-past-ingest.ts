import type { OwnersOf } from '#features/checklist/line-owner-model.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { contentPlace } from '#features/document/walk-ingest.ts'
import { readCommittedLedgers } from '#features/ingest/committed-ledger-ingest.ts'
import type { CommittedLedgers } from '#features/ingest/committed-line-model.ts'
import type { CommittedTexts } from '#features/ingest/committed-text-rules.ts'
import { readPast } from '#features/ingest/history-ingest.ts'
import type { Past } from '#features/ingest/history-model.ts'
import { type KnownLines, readOwnersThen } from '#features/ingest/owners-then-ingest.ts'

/** What git tells of a content folder's ledgers. */
export interface RecordOfPast {
  readonly past: Past
  readonly committed: CommittedLedgers
  /** What was read of git for it. */
  readonly texts: CommittedTexts
  /** For `readContent` and `readDocumentFiles`, so that they judge each line by the owner of its time. */
  readonly ownersOf: OwnersOf
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads what git tells of a content folder's ledgers.
 * @param known what an ingest took in before
 * @throws {Error} of git
 */
export async function readRecordOfPast(
  contentFolder: string,
  known: KnownLines = new Map(),
): Promise<RecordOfPast> {
  const { past, diagnostics } = await readPast(contentFolder, contentPlace(contentFolder))
  const committed = await readCommittedLedgers(contentFolder, past)
  const texts: CommittedTexts = new Map()
  const ownersOf = await readOwnersThen(contentFolder, past, committed, known, texts)
  return { past, committed, texts, ownersOf, diagnostics }
}
