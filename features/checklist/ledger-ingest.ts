import type { Role } from '#features/access/role-model.ts'
import { checkTableAgainstFold } from '#features/checklist/agreement-rules.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { fold, recordedTime } from '#features/checklist/fold-rules.ts'
import { checkLedger } from '#features/checklist/ledger-check-rules.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import { parseLedger } from '#features/checklist/ledger-rules.ts'
import type { OwnerOf } from '#features/checklist/line-owner-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import type { ContentFile } from '#features/document/content-model.ts'
import { MAX_LEDGER_BYTES, readContentFile } from '#features/document/file-ingest.ts'

interface LedgerContext {
  readonly now: Date
  /** Of the authoritative text; null where its table cannot be read. */
  readonly rows: readonly PlacedTrackerRow[] | null
  readonly documentOwner: Role | null
  readonly ownerOf: OwnerOf
}

/** Reads a document's ledger, and holds it against its rules and against the authoritative text's table. */
export async function readLedgerFile(
  source: ContentFile,
  { now, rows, documentOwner, ownerOf }: LedgerContext,
): Promise<{ lines: readonly PlacedLedgerLine[]; diagnostics: readonly Diagnostic[] }> {
  const { file } = source
  const { text, diagnostics } = await readContentFile(source, MAX_LEDGER_BYTES)
  if (text === null) return { lines: [], diagnostics }
  const { lines, diagnostics: wrong } = parseLedger(file, text)
  if (hasErrors(wrong) || rows === null) return { lines, diagnostics: wrong }
  const broken = checkLedger(lines, { file, now, rows, documentOwner, ownerOf })
  const newest = lines.reduce((latest, line) => Math.max(latest, recordedTime(line)), 0)
  const differing =
    lines.length > 0 ? checkTableAgainstFold(rows, fold(lines, dayInTbilisi(new Date(newest)))) : []
  return { lines, diagnostics: [...wrong, ...broken, ...differing] }
}
