import type { ChecklistChanges } from '#features/checklist/changes-model.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import { blocks, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import { stepItem } from '#features/twin/step-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

function checklistBlocks({ checklist, changes }: ChecklistChanges, context: TwinContext): string[] {
  const { wording } = context
  const { t, day } = wording
  const { document, workstreams } = checklist
  const { confirmations, earlier, unlisted } = changes
  const titles = new Map(workstreams.map(({ number, title }) => [number, title]))
  const headingOf = (number: number): string => {
    const title = titles.get(number)
    return title
      ? `${number}. ${authored(title, wording, document.title)}`
      : t('changes.workstream', { number })
  }
  return [
    `## ${plain(document.title.text)}`,
    standingNotes(document, context),
    ...(changes.workstreams.length === 0 ? [t('changes.nothing')] : []),
    ...(confirmations.count > 0
      ? [
          t('changes.confirmations', {
            count: confirmations.count,
            numbers: confirmations.workstreams.join(', '),
          }),
        ]
      : []),
    ...(earlier ? [`${t('changes.earlier')} ${t('changes.earlierPart', { day: day(earlier.to) })}`] : []),
    ...(unlisted > 0 ? [t('changes.unlisted', { count: unlisted })] : []),
    ...changes.workstreams.flatMap(({ number, steps }) => [
      `### ${headingOf(number)}`,
      steps.length > 0 ? listOf(steps.map(step => stepItem(step, wording))) : t('changes.stepsEarlier'),
    ]),
  ]
}

/** What changed in the checklists in a span, as Markdown. */
export function changesMarkdown(
  checklists: readonly ChecklistChanges[],
  { from, to }: Span,
  context: TwinContext,
): string {
  const { t, day } = context.wording
  return blocks(
    `# ${t('changes.title')}`,
    notices(context),
    t('changes.span', { from: day(from), to: day(to) }),
    ...checklists.flatMap(each => checklistBlocks(each, context)),
  )
}
