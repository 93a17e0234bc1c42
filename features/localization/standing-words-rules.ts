import type { AuthoredText, Authority } from '#features/localization/authority-model.ts'
import { capitalized, clauses } from '#features/localization/join-rules.ts'
import { AUTHORITATIVE_LOCALE, type TextLocale } from '#features/localization/locale-model.ts'
import type { Wording } from '#features/localization/wording.ts'

/** What a text counts for, among other words: "translation; the text in Georgian prevails". */
const authorityWithin = (
  authority: Authority,
  { t, language }: Wording,
  prevailing: TextLocale = AUTHORITATIVE_LOCALE,
): string => t(`document.authority.${authority}`, { language: language(prevailing) })

/** What a text counts for, by itself: "Translation; the text in Georgian prevails". */
export const authorityWords = (authority: Authority, wording: Wording, prevailing?: TextLocale): string =>
  capitalized(authorityWithin(authority, wording, prevailing), wording.locale)

/** By how much words are behind those that prevail, in a few words; null where they are not. */
export function behindWords({ behind = 0 }: Pick<AuthoredText, 'behind'>, { t }: Wording): string | null {
  if (behind === null) return t('translation.lag.unsaid')
  return behind === 0 ? null : t('translation.lag.behind', { count: behind })
}

/** What a reader must know of words from the content: their language where it is another, and that they do not prevail. */
export function remarkOn(text: AuthoredText, wording: Wording): string | null {
  const behind = behindWords(text, wording)
  const remarks = [
    ...(text.lang === wording.locale ? [] : [wording.language(text.lang)]),
    ...(text.authority === 'authoritative' ? [] : [authorityWithin(text.authority, wording)]),
    ...(behind === null ? [] : [behind]),
  ]
  return remarks.length > 0 ? clauses(remarks, wording) : null
}

/** What a text counts for, after its language where that is not the one around it. */
export function standingWords(text: AuthoredText, wording: Wording, prevailing?: TextLocale): string {
  const behind = behindWords(text, wording)
  return clauses(
    [
      ...(text.lang === wording.locale ? [] : [wording.language(text.lang)]),
      authorityWithin(text.authority, wording, prevailing),
      ...(behind === null ? [] : [behind]),
    ],
    wording,
  )
}
