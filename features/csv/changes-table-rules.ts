import { withheldWords } from '#features/access/withheld-words-rules.ts'
import { stepsBetween } from '#features/checklist/changes-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { withheldClass } from '#features/checklist/fold-rules.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { behindCell } from '#features/csv/behind-cell-rules.ts'
import type { Cell, Table } from '#features/csv/csv-rules.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import { withheldCount } from '#features/document/withheld-count-rules.ts'
import { stepWords } from '#features/feed/step-words-rules.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { AskedChanges } from '#features/portal/asked-changes-model.ts'

const COLUMNS = [
  'recordedAt',
  'number',
  'workstream',
  'lang',
  'authority',
  'change',
  'statusBefore',
  'statusAfter',
  'targetBefore',
  'targetAfter',
  'recordedBy',
  'reportsFor',
  'enteredAt',
  'note',
  'noteLang',
  'noteAuthority',
  'reason',
  'reasonLang',
  'reasonAuthority',
  'resolution',
  'resolutionLang',
  'resolutionAuthority',
  'behind',
  'category',
] as const

type Row = Record<(typeof COLUMNS)[number], Cell>

/** A text of a line, in the language of the table where it is given in it, and what is to be known of it. */
function textCells(name: 'note' | 'reason' | 'resolution', { line }: Step, wording: Wording): Partial<Row> {
  const text = localizedText(line[name] ?? null, wording.locale)
  const withheld = withheldClass(line, name)
  return {
    [name]: text?.text ?? (withheld && withheldWords('line', withheld, wording)),
    [`${name}Lang`]: text?.lang ?? null,
    [`${name}Authority`]: text && authorityWords(text.authority, wording),
  }
}

function rowOf(step: Step, checklist: ChecklistView, wording: Wording): Partial<Row> {
  const { line, previous, after } = step
  const title = checklist.workstreams.find(({ number }) => number === line.workstream)?.title
  const { authoritativeLocale } = checklist.document.standing
  return {
    recordedAt: line.recordedAt,
    number: line.workstream,
    workstream: title?.text ?? null,
    lang: title?.lang ?? null,
    authority: title ? authorityWords(title.authority, wording, authoritativeLocale) : null,
    behind: title ? behindCell(title, wording) : null,
    category: checklist.document.category.code,
    change: stepWords(step, wording),
    statusBefore: previous?.status ?? null,
    statusAfter: after.status,
    targetBefore: previous?.targetDate ?? null,
    targetAfter: after.targetDate,
    recordedBy: line.by,
    reportsFor: line.for,
    enteredAt: step.isEnteredLater ? line.enteredAt : null,
    ...textCells('note', step, wording),
    ...textCells('reason', step, wording),
    ...textCells('resolution', step, wording),
  }
}

/** Where changes are not listed, as on the page: in the place of what they would say. */
const withheldRow = (entry: Withheld, wording: Wording): Partial<Row> => ({
  change: withheldCount(entry, wording),
  category: entry.place,
})

/**
 * Every line of the ledgers in a span, a row each: also those that the page counts, or leaves to its other parts. By
 * workstream, the newest first, as on the page.
 * @param withheld documents whose changes the reader does not see: rows at the end
 */
export function changesTable(
  { checklists, span }: AskedChanges,
  withheld: readonly Withheld[],
  wording: Wording,
): Table {
  const steps = checklists.flatMap(({ checklist }) =>
    stepsBetween(checklist.lines, span)
      .toReversed()
      .toSorted((a, b) => a.line.workstream - b.line.workstream)
      .map(step => rowOf(step, checklist, wording)),
  )
  return {
    name: 'changes',
    rows: [
      COLUMNS.map(column => wording.t(`csv.${column}`)),
      ...[...steps, ...withheld.map(entry => withheldRow(entry, wording))].map(row =>
        COLUMNS.map(column => row[column] ?? null),
      ),
    ],
  }
}
