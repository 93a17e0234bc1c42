import { inTbilisi } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'
import { titleOf } from '#features/feed/entry-title-rules.ts'
import { type EntryKind, type FeedEntry, NEWEST } from '#features/feed/feed-model.ts'
import { knownAt } from '#features/feed/known-at-rules.ts'
import { textsOf, withheldTexts } from '#features/feed/line-texts-rules.ts'
import { enteredLater, stepWords } from '#features/feed/step-words-rules.ts'
import type { Phrase } from '#features/localization/phrase-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { stableUrn } from '#features/portal/urn-rules.ts'

function kindOf({ kinds }: Step): EntryKind {
  if (kinds.includes('blocked')) return 'blocker'
  return kinds.includes('done') ? 'completed' : 'change'
}

function paragraphsOf(step: Step, checklist: ChecklistView, wording: Wording): Phrase[] {
  const { t } = wording
  const { line } = step
  return [
    [
      t('feed.state', {
        status: t(`status.${line.status}`),
        code: line.status,
        day: wording.day(line.targetDate),
      }),
    ],
    ...textsOf(line, wording).map(({ name, text }) => [`${name} `, text]),
    ...withheldTexts(line, wording).map(words => [words]),
    [t('feed.recordedBy', { role: line.by })],
    ...enteredLater(step, wording).map(words => [words]),
    [`${t('readiness.checklist')} `, checklist.document.title],
  ]
}

/** What the newest lines of a checklist's ledger changed, the last known last; a confirmation changed nothing. */
export function changeEntries(checklist: ChecklistView, wording: Wording, wish: FileWish): FeedEntry[] {
  const { path } = checklist.document
  const byNumber = new Map<number, WorkstreamView>(checklist.workstreams.map(each => [each.number, each]))
  const changes = stepsOf(checklist.lines)
    .filter(({ line }) => line.kind === 'change')
    .map(step => ({ step, updated: knownAt(step.line, wish.asOf.day) }))
    .toSorted((a, b) => Date.parse(a.updated) - Date.parse(b.updated))
  return changes.slice(-NEWEST).flatMap(({ step, updated }) => {
    const { line } = step
    const workstream = byNumber.get(line.workstream)
    if (!workstream) return []
    return {
      id: stableUrn('entry', wording.locale, path, line.hash),
      kind: kindOf(step),
      title: titleOf(workstream, stepWords(step, wording).replace(/[.։]$/, ''), wording),
      published: inTbilisi(new Date(line.recordedAt)),
      updated,
      address: pageAddress(wish, `/docs/${path}/${line.workstream}`),
      author: line.by,
      paragraphs: paragraphsOf(step, checklist, wording),
    }
  })
}
