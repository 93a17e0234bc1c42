import type { HashedLedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'

const sameWords = (a: LocalizedText, b: LocalizedText | null) =>
  JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b ?? {}).toSorted())

/**
 * Whether a line says of its workstream anything that did not hold before: a status, a date or a note.
 * @param held the line whose status and date held
 * @param note words of the blocker that was open, where there were any
 */
export const isNews = (
  { status, targetDate, note: said }: HashedLedgerLine,
  held: HashedLedgerLine,
  note: LocalizedText | null,
): boolean =>
  status !== held.status || targetDate !== held.targetDate || (said !== undefined && !sameWords(said, note))
