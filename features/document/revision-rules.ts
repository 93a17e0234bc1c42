import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** Enough of a text revision to choose by. */
export interface RevisionStub {
  readonly id: number
  readonly locale: TextLocale
  readonly recordedAt: Date
  readonly isCurrent: boolean
}

export interface StandingTexts {
  readonly byLocale: ReadonlyMap<TextLocale, RevisionStub>
  /** No text is as old as the day asked for: these are the oldest there are. */
  readonly areLaterThanAsked: boolean
}

/**
 * Which revision of each language stood as the day ended: today the current ones, else the newest recorded by then.
 * Languages that the document no longer has are left out.
 */
export function textsAsOf(revisions: readonly RevisionStub[], asOf: AsOf): StandingTexts {
  const present = new Set(revisions.filter(revision => revision.isCurrent).map(revision => revision.locale))
  const ofPresent = revisions
    .filter(revision => present.has(revision.locale))
    .toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || a.id - b.id)
  const until = endOfDay(asOf.day)
  const standing = ofPresent.filter(revision =>
    asOf.isToday ? revision.isCurrent : revision.recordedAt <= until,
  )
  const areLaterThanAsked = standing.length === 0 && ofPresent.length > 0
  const chosen = areLaterThanAsked ? ofPresent.toReversed() : standing
  return { byLocale: new Map(chosen.map(revision => [revision.locale, revision])), areLaterThanAsked }
}
