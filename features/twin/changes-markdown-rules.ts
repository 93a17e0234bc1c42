import type { ChecklistChanges } from '#features/checklist/changes-model.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import type { TextChanges } from '#features/document/text-changes-model.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { AskedChanges } from '#features/portal/asked-changes-model.ts'
import { twinHref } from '#features/portal/form-rules.ts'
import { blocks, link, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import { stepItem } from '#features/twin/step-markdown-rules.ts'
import { textsMarkdown } from '#features/twin/texts-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { withheldPlaces } from '#features/twin/withheld-places-markdown-rules.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

const spanAddress = ({ from, to }: Span, { wish }: TwinContext): string =>
  wish.origin + twinHref(wish, '/changes', 'md', `?from=${from}&to=${to}`)

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
            workstreams: confirmations.workstreams.length,
            numbers: listed(confirmations.workstreams, wording),
          }),
        ]
      : []),
    ...(earlier
      ? [
          `${t('changes.earlier')} ${link(t('changes.earlierPart', { day: day(earlier.to) }), spanAddress(earlier, context))}`,
        ]
      : []),
    ...(unlisted > 0 ? [t('changes.unlisted', { count: unlisted })] : []),
    ...changes.workstreams.flatMap(({ number, steps }) => [
      `### ${headingOf(number)}`,
      steps.length > 0 ? listOf(steps.map(step => stepItem(step, wording))) : t('changes.stepsEarlier'),
    ]),
  ]
}

/** What changed in the checklists and the texts in a span, as Markdown. */
export function changesMarkdown(
  { checklists, span: { from, to } }: AskedChanges,
  texts: TextChanges,
  withheld: readonly Withheld[],
  context: TwinContext,
): string {
  const { t, day } = context.wording
  return blocks(
    `# ${t('changes.title')}`,
    notices(context),
    t('changes.span', { from: day(from), to: day(to) }),
    ...checklists.flatMap(each => checklistBlocks(each, context)),
    textsMarkdown(texts, context),
    ...withheldPlaces(t('changes.withheld'), withheld, context),
  )
}
