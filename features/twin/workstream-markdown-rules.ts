import { sectionResources } from '#features/api/section-resource-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'
import { blocks, code, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import { stepItem } from '#features/twin/step-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

function factsOf(workstream: WorkstreamView, { wording: { t } }: TwinContext): string {
  const { status, overdueDays, friday } = workstream
  return listOf([
    `${t('readiness.table.status')}: ${t(`status.${status}`)} ${code(status)}`,
    `${t('workstream.owner')}: ${code(workstream.ownerRole)}`,
    `${t('workstream.target')}: ${workstream.targetDate}${overdueDays > 0 ? `; ${t('readiness.overdue', { days: overdueDays })}` : ''}`,
    `${t('workstream.originalTarget')}: ${workstream.originalTargetDate}`,
    `${t('workstream.lastReported')}: ${workstream.lastReportedOn}`,
    `${t('workstream.friday')}: ${t(`workstream.fridayState.${friday ?? 'none'}`)}`,
  ])
}

/** A workstream as Markdown: its facts, every line of its ledger, and the section of the document about it. */
export function workstreamMarkdown(
  checklist: ChecklistView,
  workstream: WorkstreamView,
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
    `## ${t('history.title')}`,
    listOf(stepsOf(workstream.lines).map(step => stepItem(step, wording))),
    `## ${t('workstream.section')}`,
    section?.markdown ?? t('workstream.noSection'),
  )
}
