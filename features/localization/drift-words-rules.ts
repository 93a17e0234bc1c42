import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { sentence } from '#features/localization/join-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { MainStanding, Mixture } from '#features/localization/mixture-rules.ts'
import type { SectionDrift, SectionStanding } from '#features/localization/section-standing-model.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** How words stand to those that prevail, in a sentence; null of words made from them as they stand. */
function driftWords(drift: SectionDrift, { t, day, language }: Wording, prevailing: TextLocale) {
  const named = language(prevailing)
  if (drift.kind === 'current') return null
  if (drift.kind !== 'behind') return t(`translation.${drift.kind}`, { language: named })
  return t('translation.behindSince', {
    count: drift.behind,
    language: named,
    base: day(dayInTbilisi(drift.baseAt)),
    current: day(dayInTbilisi(drift.currentAt)),
  })
}

/** What a reader must be told of a part of a page, sentence by sentence; nothing of what stands as most of it. */
export function partWords(
  { lang, authority, drift }: SectionStanding,
  main: MainStanding,
  wording: Wording,
  prevailing: TextLocale,
): string[] {
  const isForeign = lang !== main.lang
  const isTold = drift?.kind === 'unsaid' && main.isUnsaid && !isForeign
  const words = drift && !isTold ? driftWords(drift, wording, prevailing) : null
  return [
    ...(isForeign ? [wording.t('translation.fallback', { language: wording.language(lang) })] : []),
    ...(authority === main.authority
      ? []
      : [sentence(authorityWords(authority, wording, prevailing), wording)]),
    ...(words === null ? [] : [words]),
  ]
}

/** What a reader must be told of a page whose parts count for different things, part by part. */
export function mixtureWords(
  { main, foreign, behind, unsaid, unpaired }: Mixture,
  wording: Wording,
  prevailing: TextLocale,
): string[] {
  const { t, language } = wording
  return [
    ...(main.isUnsaid ? [t('translation.unsaid', { language: language(prevailing) })] : []),
    ...foreign.map(({ lang, authority, count }) =>
      t('translation.mixed.foreign', {
        count,
        language: language(lang),
        authority: authorityWords(authority, wording, prevailing),
      }),
    ),
    ...(['behind', 'unsaid', 'unpaired'] as const).flatMap(kind => {
      const count = { behind, unsaid, unpaired }[kind]
      return count > 0 ? [t(`translation.mixed.${kind}`, { count, language: language(prevailing) })] : []
    }),
  ]
}
