import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { SLUG } from '#features/document/category-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const LOST: Rule = {
  code: 'ledger-rewritten',
  severity: 'error',
  mend: 'Put the document and its ledger back where they were; a ledger stays at its path.',
}

const LEDGER = '/change-log.jsonl'

/** The folders among these paths that are, or were, a document with a ledger. */
export const ledgerFoldersIn = (paths: Iterable<string>): string[] => {
  const known = new Set(paths)
  return [...known]
    .filter(path => path.endsWith(LEDGER))
    .map(path => path.slice(0, -LEDGER.length))
    .filter(folder => folder.includes('/') && folder.split('/').every(part => SLUG.test(part)))
    .filter(folder => TEXT_LOCALES.some(locale => known.has(`${folder}/${locale}.md`)))
}

/**
 * A ledger whose document is no longer there, at the path it had.
 * @param content the content folder as its authors know it
 * @param lines how many lines it had
 */
export const reportLost = (content: string, folder: string, lines: number): Diagnostic =>
  report(
    LOST,
    { file: `${content}/${folder}${LEDGER}`, line: 1, column: 1 },
    `expected the ledger of ${folder} with its ${lines} ${lines === 1 ? 'line' : 'lines'}, found no document there`,
  )
