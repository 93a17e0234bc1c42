import { withheldWords } from '#features/access/withheld-words-rules.ts'
import { blockerWords } from '#features/api/workstream-resource-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { groupReasons } from '#features/checklist/reason-groups-rules.ts'
import { unbackedIn } from '#features/checklist/unbacked-rules.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import { listed, sentence } from '#features/localization/join-rules.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { blocks, code, link, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { withheldPlaces } from '#features/twin/withheld-places-markdown-rules.ts'
import { authored, workstreamsTable } from '#features/twin/workstreams-markdown-rules.ts'

function reasonsOf({ readiness, document }: ChecklistView, { wording }: TwinContext): string {
  return listOf(
    groupReasons(readiness.reasons).map(({ code, environment, numbers }) =>
      wording.t(`readiness.reasons.${code}`, {
        count: numbers.length,
        numbers: listed(numbers, wording),
        environment: environment ?? '',
        days: document.reviewOverdueDays,
      }),
    ),
  )
}

function blockersOf({ workstreams, document }: ChecklistView, { wording }: TwinContext): string {
  const { t, day, locale } = wording
  return listOf(
    workstreams.flatMap(workstream => {
      const open = openBlocker(workstream)
      if (!open) return []
      const said = blockerWords(open, workstream, locale)
      return [
        `${workstream.number}\\. ${authored(workstream.title, wording, document.title)}`,
        t('readiness.blockedSince', { day: day(open.raisedOn) }),
        ...(said ? [authored(said, wording, document.title)] : []),
        ...(workstream.withheldNote ? [withheldWords('note', workstream.withheldNote, wording)] : []),
      ].join(' · ')
    }),
  )
}

function unbackedOf(checklist: ChecklistView, { wording }: TwinContext): string {
  const { t } = wording
  return listOf(
    unbackedIn(checklist).map(({ workstream, gaps }) => {
      const title = authored(workstream.title, wording, checklist.document.title)
      const missing = gaps.map(
        ({ environment, gap }) => `${code(environment)} ${t(`verdict.verdict.${gap}`)}`,
      )
      return [`${workstream.number}\\. ${title}`, code(workstream.status), ...missing].join(' · ')
    }),
  )
}

/** The readiness page where the reader sees no checklist: what they do not see may have one. */
export const noReadinessMarkdown = (withheld: readonly Withheld[], context: TwinContext): string =>
  blocks(
    `# ${context.wording.t('readiness.title')}`,
    notices(context),
    context.wording.t('readiness.none'),
    ...withheldPlaces(context.wording.t('readiness.withheld'), withheld, context),
  )

/** The readiness page as Markdown. */
export function readinessMarkdown(checklist: ChecklistView, context: TwinContext): string {
  const { wish, wording } = context
  const { t } = wording
  const { readiness, document } = checklist
  const blockers = blockersOf(checklist, context)
  const unbacked = unbackedOf(checklist, context)
  const verdict = t(readiness.ready ? 'readiness.ready.yes' : 'readiness.ready.no')
  const counts = t('readiness.ready.detail', { done: readiness.done, total: readiness.total })
  return blocks(
    `# ${t('readiness.title')}`,
    notices(context),
    `**${sentence(verdict, wording)}** ${sentence(counts, wording)}`,
    `${t('readiness.checklist')} ${link(plain(document.title.text), pageAddress(wish, `/docs/${document.path}`))}`,
    standingNotes(document, context),
    readiness.ready ? null : `## ${t('readiness.reasons.title')}`,
    readiness.ready ? null : reasonsOf(checklist, context),
    unbacked && `## ${t('verdict.unbacked.title')}`,
    unbacked,
    blockers && `## ${t('readiness.blockers')}`,
    blockers,
    `## ${t('readiness.table.title')}`,
    workstreamsTable(checklist, context),
  )
}
