import { sectionResources } from '#features/api/section-resource-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { HistoryPage } from '#features/checklist/history-rules.ts'
import { movesWords } from '#features/feed/moves-words-rules.ts'
import { evidenceMarkdown } from '#features/twin/evidence-markdown-rules.ts'
import { historyMarkdown } from '#features/twin/history-markdown-rules.ts'
import { blocks, code, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

function factsOf(workstream: WorkstreamView, { wording }: TwinContext): string {
  const { t } = wording
  const { status, overdueDays, friday, moves } = workstream
  return listOf([
    `${t('readiness.table.status')}: ${t(`status.${status}`)} ${code(status)}`,
    `${t('workstream.owner')}: ${code(workstream.ownerRole)}`,
    `${t('workstream.target')}: ${workstream.targetDate}${overdueDays > 0 ? `; ${t('readiness.overdue', { days: overdueDays })}` : ''}`,
    `${t('workstream.originalTarget')}: ${workstream.originalTargetDate}`,
    `${t('workstream.moves')}: ${plain(moves ? movesWords(moves, wording) : t('workstream.noMoves'))}`,
    `${t('workstream.lastReported')}: ${workstream.lastReportedOn}`,
    `${t('workstream.friday')}: ${t(`workstream.fridayState.${friday ?? 'none'}`)}`,
  ])
}

/** A workstream as Markdown: its facts, what evidence says of it, a part of its history, and the section of the document about it. */
export function workstreamMarkdown(
  checklist: ChecklistView,
  workstream: WorkstreamView,
  history: HistoryPage,
  context: TwinContext,
): string {
  const { document } = checklist
  const { wording } = context
  const { t } = wording
  const sections = sectionResources(document.sections, document.markdown)
  const section = sections.find(({ number }) => number === workstream.number)
  return blocks(
    `# ${workstream.number}. ${authored(workstream.title, wording, document.title)}`,
    notices(context),
    `${t('readiness.checklist')} ${plain(document.title.text)}`,
    standingNotes(document, context),
    factsOf(workstream, context),
    `## ${t('verdict.title')}`,
    evidenceMarkdown(checklist, workstream, context),
    historyMarkdown(history, context),
    `## ${t('workstream.section')}`,
    section?.markdown ?? t('workstream.noSection'),
  )
}
