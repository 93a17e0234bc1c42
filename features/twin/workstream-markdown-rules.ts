import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { HistoryPage } from '#features/checklist/history-rules.ts'
import { mixtureOfDocument } from '#features/document/parts-rules.ts'
import { movesWords } from '#features/feed/moves-words-rules.ts'
import { factWith } from '#features/localization/join-rules.ts'
import { evidenceMarkdown } from '#features/twin/evidence-markdown-rules.ts'
import { historyMarkdown } from '#features/twin/history-markdown-rules.ts'
import { blocks, code, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import { partNote, sectionGaps } from '#features/twin/parts-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

function factsOf(workstream: WorkstreamView, { wording }: TwinContext): string {
  const { t } = wording
  const { status, targetDate, overdueDays, friday, moves } = workstream
  const target = [targetDate, ...(overdueDays > 0 ? [t('readiness.overdue', { days: overdueDays })] : [])]
  const facts = [
    [t('readiness.table.status'), `${t(`status.${status}`)} ${code(status)}`],
    [t('workstream.owner'), code(workstream.ownerRole)],
    [t('workstream.target'), target.join(' · ')],
    [t('workstream.originalTarget'), workstream.originalTargetDate],
    [t('workstream.moves'), plain(moves ? movesWords(moves, wording) : t('workstream.noMoves'))],
    [t('workstream.lastReported'), workstream.lastReportedOn],
    [t('workstream.friday'), t(`workstream.fridayState.${friday ?? 'none'}`)],
  ] as const
  return listOf(facts.map(([name, value]) => factWith(name, value, wording)))
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
  const section = document.sections.find(({ number }) => number === workstream.number)
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
    section ? partNote(section, mixtureOfDocument(document).main, document, context) : null,
    ...(section ? sectionGaps(section, context) : []),
    section?.markdown ?? t('workstream.noSection'),
  )
}
