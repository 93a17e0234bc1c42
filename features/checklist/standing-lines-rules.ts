import { isRole } from '#features/access/role-model.ts'
import { impliedBaseline } from '#features/checklist/baseline-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument } from '#features/document/read-model.ts'

const NO_CHECKLIST: Rule = {
  code: 'no-checklist',
  severity: 'error',
  mend: 'Name a document with a tracker table.',
}
const INCOMPLETE: Rule = {
  code: 'baseline-incomplete',
  severity: 'error',
  mend: 'Give the document its Last Review Date and its Owner Role: the baseline is recorded on that day by that role.',
}
const NO_FOLDER: Rule = {
  code: 'ledger-no-folder',
  severity: 'error',
  mend: 'Make the document a folder of its name with the text in it by its language, such as `en.md`: the ledger stands beside it.',
}

/** The lines of a checklist's ledger or, where it has none yet, those of its implied baseline. */
export function standingLines({ found, authoritative, lines }: ReadDocument): {
  lines: readonly HashedLedgerLine[]
  diagnostics: readonly Diagnostic[]
} {
  const place = { file: authoritative.source.file, line: 1, column: 1 }
  const refused = (rule: Rule, message: string) => ({
    lines: [],
    diagnostics: [report(rule, place, message)],
  })
  const { rows, facts } = authoritative
  if (!rows) return refused(NO_CHECKLIST, 'expected a tracker table, found none')
  if (found.texts.some(({ locale }) => locale === null))
    return refused(NO_FOLDER, 'expected a folder of texts, found a lone file')
  if (lines.length > 0) return { lines, diagnostics: [] }
  const { lastReviewDate, ownerRole } = facts.metadata
  if (lastReviewDate === null || ownerRole === null || !isRole(ownerRole)) {
    const lacking = lastReviewDate === null ? 'no Last Review Date' : `the owner ${ownerRole ?? 'not named'}`
    return refused(INCOMPLETE, `expected a day and a role for the baseline, found ${lacking}`)
  }
  return { lines: impliedBaseline(rows, lastReviewDate, ownerRole), diagnostics: [] }
}
