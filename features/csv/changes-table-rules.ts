import type { ChecklistChanges } from '#features/checklist/changes-model.ts'
import type { Step } from '#features/checklist/step-model.ts'
import type { Cell, Table } from '#features/csv/csv-rules.ts'
import { stepWords } from '#features/feed/step-words-rules.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

const TEXTS = ['note', 'reason', 'resolution'] as const

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
  ...TEXTS,
  'textLang',
  'textAuthority',
] as const

type Row = Record<(typeof COLUMNS)[number], Cell>

function rowOf(step: Step, { checklist }: ChecklistChanges, wording: Wording): Row {
  const { line, previous } = step
  const title = checklist.workstreams.find(({ number }) => number === line.workstream)?.title
  const texts = TEXTS.map(name => localizedText(line[name] ?? null, wording.locale))
  const [note, reason, resolution] = texts.map(text => text?.text ?? null)
  const given = texts.filter(text => text !== null)
  const each = (of: (text: (typeof given)[number]) => string) => [...new Set(given.map(of))].join('; ')
  const { authoritativeLocale } = checklist.document.standing
  return {
    recordedAt: line.recordedAt,
    number: line.workstream,
    workstream: title?.text ?? null,
    lang: title?.lang ?? null,
    authority: title ? authorityWords(title.authority, wording, authoritativeLocale) : null,
    change: stepWords(step, wording),
    statusBefore: previous?.status ?? null,
    statusAfter: line.status,
    targetBefore: previous?.targetDate ?? null,
    targetAfter: line.targetDate,
    recordedBy: line.by,
    reportsFor: line.for,
    enteredAt: step.isEnteredLater ? line.enteredAt : null,
    note: note ?? null,
    reason: reason ?? null,
    resolution: resolution ?? null,
    textLang: each(({ lang }) => lang),
    textAuthority: each(({ authority }) => authorityWords(authority, wording)),
  }
}

/** What changed in the checklists in a span, a row a line of the ledger, in the order of the page. */
export function changesTable(checklists: readonly ChecklistChanges[], wording: Wording): Table {
  const rows = checklists.flatMap(each =>
    each.changes.workstreams.flatMap(({ steps }) => steps.map(step => rowOf(step, each, wording))),
  )
  return {
    name: 'changes',
    rows: [
      COLUMNS.map(column => wording.t(`csv.${column}`)),
      ...rows.map(row => COLUMNS.map(column => row[column])),
    ],
  }
}
