import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const MISSING: Rule = {
  code: 'tracker-missing',
  severity: 'error',
  mend: 'Put the tracker table into the authoritative text: without it there the document is no checklist.',
}
const UNTRANSLATED: Rule = {
  code: 'tracker-missing',
  severity: 'warning',
  mend: 'Put the tracker table into the translation too.',
}

interface TextTable {
  readonly file: string
  readonly rows: readonly PlacedTrackerRow[] | null
}

/** Where one text of a document has a tracker table and another has none. */
export function checkTrackerPresence(authoritative: string, texts: readonly TextTable[]): Diagnostic[] {
  const prevailing = texts.find(text => text.file === authoritative)
  const withTable = prevailing?.rows ? prevailing : texts.find(text => text.rows)
  const number = withTable?.rows?.[0]?.places.number
  if (!withTable || !number) return []
  const found = `expected the tracker table as in ${number.file}:${number.line}:${number.column}, found none`
  return texts
    .filter(text => !text.rows && (prevailing?.rows || text.file === authoritative))
    .map(({ file }) =>
      report(file === authoritative ? MISSING : UNTRANSLATED, { file, line: 1, column: 1 }, found),
    )
}
