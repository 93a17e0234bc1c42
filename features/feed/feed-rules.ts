import { inTbilisi, startOfDay } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { changeEntries } from '#features/feed/change-entry-rules.ts'
import { type Feed, NEWEST } from '#features/feed/feed-model.ts'
import { missedEntries } from '#features/feed/missed-entry-rules.ts'
import { remarkOn } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { feedHref } from '#features/portal/form-rules.ts'
import { stableUrn } from '#features/portal/urn-rules.ts'

/** What happened in the checklists up to a day's end, the newest first. It depends on the records and the day alone. */
export function feedOf(checklists: readonly ChecklistView[], wording: Wording, wish: FileWish): Feed {
  const { t, locale } = wording
  const entries = checklists
    .flatMap(each => [...changeEntries(each, wording, wish), ...missedEntries(each, wording, wish)])
    .map(entry => ({ entry, time: Date.parse(entry.updated), first: Date.parse(entry.published) }))
    .toSorted((a, b) => b.time - a.time || b.first - a.first || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, NEWEST)
    .map(({ entry }) => entry)
  const begun = checklists.map(({ baselineDay }) => inTbilisi(startOfDay(baselineDay))).toSorted()[0]
  return {
    id: stableUrn('feed', locale),
    locale,
    title: t('feed.title'),
    subtitle: t('feed.subtitle'),
    rights: t('notice.authorityWhole'),
    self: wish.origin + feedHref(wish),
    alternate: pageAddress(wish, ''),
    author: t('site.name'),
    updated: entries[0]?.updated ?? begun ?? new Date(0).toISOString(),
    entries,
    remarkOn: text => remarkOn(text, wording),
  }
}
