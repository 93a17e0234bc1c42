import type { Role } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import { fridayOf, inTbilisi, startOfDay } from '#features/checklist/calendar-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import type { TrackerRow } from '#features/checklist/tracker-model.ts'

/**
 * The lines a checklist without a ledger has all the same: its table, as recorded at 00:00 in Tbilisi of its
 * last review by the document's owner. The first `mza update` writes exactly these before its own.
 */
export const impliedBaseline = (
  rows: readonly TrackerRow[],
  lastReviewDate: Day,
  ownerRole: Role,
): HashedLedgerLine[] =>
  rows.map(({ number, status, targetDate }) =>
    hashed({
      recordedAt: inTbilisi(startOfDay(lastReviewDate)),
      for: fridayOf(lastReviewDate),
      workstream: number,
      kind: 'baseline',
      status,
      targetDate,
      by: ownerRole,
    }),
  )
