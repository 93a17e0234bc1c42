import { inTbilisi } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'
import { type EntryKind, type FeedEntry, NEWEST } from '#features/feed/feed-model.ts'
import { textsOf } from '#features/feed/line-texts-rules.ts'
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
    [t('feed.recordedBy', { role: line.by })],
    ...enteredLater(step, wording).map(words => [words]),
    [`${t('readiness.checklist')} `, checklist.document.title],
  ]
}

/** What the newest lines of a checklist's ledger changed, the newest last; a confirmation changed nothing. */
export function changeEntries(checklist: ChecklistView, wording: Wording, wish: FileWish): FeedEntry[] {
  const { path } = checklist.document
  const byNumber = new Map<number, WorkstreamView>(checklist.workstreams.map(each => [each.number, each]))
  const changes = stepsOf(checklist.lines).filter(({ line }) => line.kind === 'change')
  return changes.slice(-NEWEST).flatMap(step => {
    const { line } = step
    const workstream = byNumber.get(line.workstream)
    if (!workstream) return []
    const recordedAt = inTbilisi(new Date(line.recordedAt))
    return {
      id: stableUrn('entry', wording.locale, path, line.hash),
      kind: kindOf(step),
      title: [`${line.workstream}. `, workstream.title, `: ${stepWords(step, wording).replace(/\.$/, '')}`],
      published: recordedAt,
      updated: recordedAt,
      address: pageAddress(wish, `/docs/${path}/${line.workstream}`),
      author: line.by,
      paragraphs: paragraphsOf(step, checklist, wording),
    }
  })
}
