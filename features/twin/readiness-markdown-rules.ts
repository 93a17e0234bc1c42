import { blockerWords } from '#features/api/workstream-resource-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { blocks, link, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored, workstreamsTable } from '#features/twin/workstreams-markdown-rules.ts'

function reasonsOf({ readiness, document }: ChecklistView, { wording: { t } }: TwinContext): string {
  const undone = readiness.reasons.flatMap(({ code, workstream }) =>
    code === 'not-done' && workstream !== null ? [workstream] : [],
  )
  const codes = new Set(readiness.reasons.map(({ code }) => code))
  return listOf([
    ...(undone.length > 0
      ? [t('readiness.reasons.not-done', { count: undone.length, numbers: undone.join(', ') })]
      : []),
    ...(codes.has('review-overdue')
      ? [t('readiness.reasons.review-overdue', { days: document.reviewOverdueDays })]
      : []),
    ...(codes.has('evidence-not-judged') ? [t('readiness.reasons.evidence-not-judged')] : []),
  ])
}

function blockersOf({ workstreams, document }: ChecklistView, { wording }: TwinContext): string {
  const { t, locale } = wording
  return listOf(
    workstreams.flatMap(workstream => {
      const open = openBlocker(workstream)
      if (!open) return []
      const said = blockerWords(open, workstream, locale)
      const words = said ? authored(said, wording, document.title) : ''
      const since = t('readiness.blockedSince', { day: open.raisedOn })
      return [
        `${workstream.number}\\. ${authored(workstream.title, wording, document.title)}. ${since}. ${words}`.trim(),
      ]
    }),
  )
}

/** The readiness page as Markdown. */
export function readinessMarkdown(checklist: ChecklistView | null, context: TwinContext): string {
  const { wish, wording } = context
  const { t } = wording
  const title = `# ${t('readiness.title')}`
  if (!checklist) return blocks(title, notices(context), t('readiness.none'))
  const { readiness, document } = checklist
  const blockers = blockersOf(checklist, context)
  const verdict = t(readiness.ready ? 'readiness.ready.yes' : 'readiness.ready.no')
  const counts = t('readiness.ready.detail', { done: readiness.done, total: readiness.total })
  return blocks(
    title,
    notices(context),
    `**${verdict}.** ${counts}.`,
    `${t('readiness.checklist')} ${link(plain(document.title.text), pageAddress(wish, `/docs/${document.path}`))}`,
    standingNotes(document, context),
    readiness.ready ? null : `## ${t('readiness.reasons.title')}`,
    readiness.ready ? null : reasonsOf(checklist, context),
    blockers && `## ${t('readiness.blockers')}`,
    blockers,
    `## ${t('readiness.table.title')}`,
    workstreamsTable(checklist, context),
  )
}
