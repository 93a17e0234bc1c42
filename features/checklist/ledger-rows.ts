import type { Role } from '#features/access/role-model.ts'
import type { LocalizedText, RecordedLine } from '#features/checklist/ledger-model.ts'
import { dayOf } from '#features/document/document-rows.ts'
import type { LedgerLineModel } from '#prisma/client/models.ts'

// Ingest has checked what these columns hold; the casts restore what SQL types cannot say.
export const ledgerLineOf = (row: LedgerLineModel): RecordedLine => ({
  hash: row.hash,
  recordedAt: row.recordedAt.toISOString(),
  for: dayOf(row.forFriday),
  workstream: row.workstream,
  kind: row.kind,
  status: row.status,
  targetDate: dayOf(row.targetDate),
  by: row.by as Role,
  ...(row.note ? { note: row.note as LocalizedText } : {}),
  ...(row.reason ? { reason: row.reason as LocalizedText } : {}),
  enteredAt: row.enteredAt?.toISOString() ?? null,
  ...(row.resolution ? { resolution: row.resolution as LocalizedText } : {}),
})
