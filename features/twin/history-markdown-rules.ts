import type { HistoryEntry, HistoryPage } from '#features/checklist/history-rules.ts'
import { twinHref } from '#features/portal/form-rules.ts'
import { blocks, link, listOf } from '#features/twin/markdown-rules.ts'
import { stepItem } from '#features/twin/step-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

function entryOf(entry: HistoryEntry, { wording }: TwinContext): string {
  if (entry.kind === 'step') return stepItem(entry.step, wording)
  const { steps } = entry
  const fridays = steps.map(({ line }) => line.for).toSorted()
  const [first = steps[0].line.for, last = first] = [fridays[0], fridays.at(-1)]
  const span = { count: steps.length, first: wording.day(first), last: wording.day(last) }
  return [
    wording.t('history.confirmations', span),
    ...steps.map(step => `  - ${stepItem(step, wording)}`),
  ].join('\n')
}

/** A part of a workstream's history as on its page, and the addresses of the other parts as Markdown. */
export function historyMarkdown(history: HistoryPage, context: TwinContext): string {
  const { wish, wording, path } = context
  const { t } = wording
  const { entries, total, newest, oldest } = history
  const part = (query: string) => wish.origin + twinHref(wish, path, 'md', query)
  return blocks(
    `## ${t('history.title')}`,
    t('history.page', { oldest, newest, total }),
    listOf(entries.map(entry => entryOf(entry, context))),
    [
      ...(newest < total ? [link(t('history.newer'), part(''))] : []),
      ...(oldest > 1 ? [link(t('history.older'), part(`?before=${oldest}`))] : []),
    ].join(' · '),
  ).trimEnd()
}
