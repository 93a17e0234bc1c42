import type { ContentClass } from '#features/access/class-model.ts'
import type { Role } from '#features/access/role-model.ts'
import type { LocalizedText, RecordedLine, WithheldWords } from '#features/checklist/ledger-model.ts'
import { dayOf } from '#features/document/document-rows.ts'
import type { Prisma } from '#prisma/client/client.ts'

/** What readers may know of a line: not its hash, by which guessed words could be confirmed. */
export const LINE = {
  omit: { hash: true },
  include: { words: true, document: { select: { noteClass: true } } },
} satisfies Prisma.LedgerLineDefaultArgs

type Row = Prisma.LedgerLineGetPayload<typeof LINE>

/** The words that a line has and its reader may not see. */
function withheldOf(row: Row, noteClass: ContentClass): { withheld?: WithheldWords } {
  const said = [
    ...(row.hasNote ? (['note'] as const) : []),
    ...(row.hasReason ? (['reason'] as const) : []),
    ...(row.hasResolution ? (['resolution'] as const) : []),
  ]
  return said.length === 0 || row.words ? {} : { withheld: { class: noteClass, words: said } }
}

// Ingest has checked what these columns hold; the casts restore what SQL types cannot say.
export const ledgerLineOf = (row: Row): RecordedLine => ({
  hash: row.shownHash,
  rank: row.rank,
  recordedAt: row.recordedAt.toISOString(),
  for: dayOf(row.forFriday),
  workstream: row.workstream,
  kind: row.kind,
  status: row.status,
  targetDate: dayOf(row.targetDate),
  by: row.by as Role,
  ...(row.words?.note ? { note: row.words.note as LocalizedText } : {}),
  ...(row.words?.reason ? { reason: row.words.reason as LocalizedText } : {}),
  enteredAt: row.enteredAt?.toISOString() ?? null,
  ...(row.words?.resolution ? { resolution: row.words.resolution as LocalizedText } : {}),
  ...withheldOf(row, row.document.noteClass),
})
