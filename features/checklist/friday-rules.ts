import type { Day } from '#features/checklist/calendar-model.ts'
import { fridayOf } from '#features/checklist/calendar-rules.ts'
import { inFoldOrder, isHolding, recordedBy, recordedOn } from '#features/checklist/fold-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import type { FridayState } from '#features/checklist/workstream-model.ts'

/**
 * How a workstream stands to its duty for the week that ends on `friday`, as known at the end of a day in Tbilisi.
 *
 * A report given in time counts before the exemption: the week in which a change made the work DONE is *updated*,
 * the DONE weeks after it are *exempt*. A week is *due* until its Friday ends.
 * @param lines of one workstream, baseline included, in any order
 * @returns null where there is no duty: up to the baseline's own Friday, and for weeks not begun
 */
export function fridayState(lines: readonly HashedLedgerLine[], friday: Day, asOf: Day): FridayState | null {
  const known = inFoldOrder(recordedBy(lines, asOf))
  const [baseline] = known
  if (!baseline || friday <= fridayOf(recordedOn(baseline))) return null
  if (friday > fridayOf(asOf)) return null

  const inTime = recordedBy(known, friday)
  const reports = inTime.filter(line => line.for === friday)
  if (reports.some(line => line.kind === 'change')) return 'updated'
  if (reports.length > 0) return 'confirmed'
  if (inTime.findLast(isHolding)?.status === 'DONE') return 'exempt'
  if (known.some(line => line.for === friday)) return 'late'
  return asOf > friday ? 'missed' : 'due'
}
