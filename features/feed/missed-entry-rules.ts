import type { Day } from '#features/checklist/calendar-model.ts'
import { endOfDay, inTbilisi } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { titleOf } from '#features/feed/entry-title-rules.ts'
import { type FeedEntry, NEWEST } from '#features/feed/feed-model.ts'
import { knownAt } from '#features/feed/known-at-rules.ts'
import { type MissedFriday, missedFridays } from '#features/feed/missed-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { stableUrn } from '#features/portal/urn-rules.ts'

interface Missed extends MissedFriday {
  readonly workstream: WorkstreamView
  /** Instants, ISO 8601. */
  readonly published: string
  readonly updated: string
}

const missedBy = (workstream: WorkstreamView, asOf: Day): Missed[] =>
  missedFridays(workstream.lines, asOf).map(({ friday, late }) => {
    const published = inTbilisi(endOfDay(friday))
    const updated = late ? knownAt(late, asOf) : published
    return { workstream, friday, late, published, updated }
  })

/** The newest of the Fridays missed, each from its end on. A report that comes late changes its entry, which stays. */
export function missedEntries(checklist: ChecklistView, wording: Wording, wish: FileWish): FeedEntry[] {
  const { t, day } = wording
  const { path, title } = checklist.document
  return checklist.workstreams
    .flatMap(workstream => missedBy(workstream, wish.asOf.day))
    .toSorted((a, b) => Date.parse(a.updated) - Date.parse(b.updated))
    .slice(-NEWEST)
    .map(({ workstream, friday, late, published, updated }) => ({
      id: stableUrn('missed-friday', wording.locale, path, String(workstream.number), friday),
      kind: 'missed-friday',
      title: titleOf(workstream, t(late ? 'feed.late' : 'feed.missed', { day: day(friday) }), wording),
      published,
      updated,
      address: pageAddress(wish, `/docs/${path}/${workstream.number}`),
      author: null,
      paragraphs: [
        [t('feed.owedBy', { role: workstream.ownerRole })],
        [`${t('readiness.checklist')} `, title],
      ],
    }))
}
