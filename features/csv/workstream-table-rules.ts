import { withheldWords } from '#features/access/withheld-words-rules.ts'
import { blockerWords } from '#features/api/workstream-resource-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { behindCell } from '#features/csv/behind-cell-rules.ts'
import type { Cell, Table } from '#features/csv/csv-rules.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

const COLUMNS = [
  'number',
  'workstream',
  'lang',
  'authority',
  'owner',
  'statusCode',
  'status',
  'target',
  'originalTarget',
  'moves',
  'overdueDays',
  'lastReported',
  'fridayCode',
  'friday',
  'blocker',
  'blockerLang',
  'blockerAuthority',
  'evidenceDev',
  'evidenceStage',
  'evidenceProd',
  'behind',
] as const

function rowOf(
  workstream: WorkstreamView,
  { document: { standing } }: ChecklistView,
  wording: Wording,
): Record<(typeof COLUMNS)[number], Cell> {
  const { t, locale } = wording
  const { title, status, friday, evidence, withheldNote } = workstream
  const verdictIn = (environment: Environment) =>
    t(`verdict.verdict.${evidence.verdicts[environment].verdict}`)
  const open = openBlocker(workstream)
  const blocker = open && blockerWords(open, workstream, locale)
  return {
    number: workstream.number,
    workstream: title.text,
    lang: title.lang,
    authority: authorityWords(title.authority, wording, standing.authoritativeLocale),
    behind: behindCell(title, wording),
    owner: workstream.ownerRole,
    statusCode: status,
    status: t(`status.${status}`),
    target: workstream.targetDate,
    originalTarget: workstream.originalTargetDate,
    moves: workstream.slips.length,
    overdueDays: workstream.overdueDays,
    lastReported: workstream.lastReportedOn,
    fridayCode: friday,
    friday: t(`workstream.fridayState.${friday ?? 'none'}`),
    blocker: blocker?.text ?? (withheldNote && withheldWords('note', withheldNote, wording)),
    blockerLang: blocker?.lang ?? null,
    blockerAuthority: blocker && authorityWords(blocker.authority, wording),
    evidenceDev: verdictIn('dev'),
    evidenceStage: verdictIn('stage'),
    evidenceProd: verdictIn('prod'),
  }
}

/** The workstreams of a checklist, a row each. */
export function workstreamTable(name: string, checklist: ChecklistView, wording: Wording): Table {
  const rows = checklist.workstreams.map(workstream => rowOf(workstream, checklist, wording))
  return {
    name,
    rows: [
      COLUMNS.map(column => wording.t(`csv.${column}`)),
      ...rows.map(row => COLUMNS.map(column => row[column])),
    ],
  }
}
