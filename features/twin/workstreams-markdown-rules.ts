import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import type { WorkstreamEvidence } from '#features/evidence/verdict-model.ts'
import { movesWords } from '#features/feed/moves-words-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { behindWords, remarkOn } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { code, link, plain, tableOf } from '#features/twin/markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

/** Words from the content, with what a reader must know of them and has not been told of the text around them. */
export const authored = (text: AuthoredText, wording: Wording, around?: AuthoredText): string => {
  const isTold = around?.lang === text.lang && around.authority === text.authority
  const behind = around?.behind === text.behind ? null : behindWords(text, wording)
  const remark = isTold ? behind : remarkOn(text, wording)
  return plain(text.text) + (remark === null ? '' : ` (${plain(remark)})`)
}

function targetOf({ targetDate, moves, overdueDays }: WorkstreamView, wording: Wording): string {
  return [
    targetDate,
    ...(overdueDays > 0 ? [wording.t('readiness.overdue', { days: overdueDays })] : []),
    ...(moves ? [movesWords(moves, wording)] : []),
  ].join(' · ')
}

/** What evidence says of a workstream, environment by environment, on one line. */
export const verdictsOf = ({ verdicts }: WorkstreamEvidence, { t }: Wording): string =>
  ENVIRONMENTS.map(environment => {
    const { verdict, warnings } = verdicts[environment]
    const words = t(`verdict.verdict.${verdict}`)
    return `${code(environment)} ${words}${warnings > 0 ? ` (${t('verdict.warnings', { count: warnings })})` : ''}`
  }).join(' · ')

/** The workstreams of a checklist as a table, as the day ended. */
export function workstreamsTable({ document, workstreams }: ChecklistView, context: TwinContext): string {
  const { wish, wording } = context
  const { t } = wording
  const columns = ['number', 'workstream', 'owner', 'target', 'status', 'evidence'] as const
  return tableOf(
    columns.map(column => t(`readiness.table.${column}`)),
    workstreams.map(workstream => [
      String(workstream.number),
      link(
        authored(workstream.title, wording, document.title),
        pageAddress(wish, `/docs/${document.path}/${workstream.number}`),
      ),
      code(workstream.ownerRole),
      plain(targetOf(workstream, wording)),
      `${t(`status.${workstream.status}`)} ${code(workstream.status)}`,
      verdictsOf(workstream.evidence, wording),
    ]),
  )
}
