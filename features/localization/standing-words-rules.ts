import type { AuthoredText, Authority } from '#features/localization/authority-model.ts'
import { AUTHORITATIVE_LOCALE, type TextLocale } from '#features/localization/locale-model.ts'
import type { Wording } from '#features/localization/wording.ts'

/** What a text counts for, in words: "Translation; the text in Georgian prevails". */
export const authorityWords = (
  authority: Authority,
  { t, language }: Wording,
  prevailing: TextLocale = AUTHORITATIVE_LOCALE,
): string => t(`document.authority.${authority}`, { language: language(prevailing) })

/** What a reader must know of words from the content: their language where it is another, and that they do not prevail. */
export function remarkOn({ lang, authority }: AuthoredText, wording: Wording): string | null {
  const remarks = [
    ...(lang === wording.locale ? [] : [wording.language(lang)]),
    ...(authority === 'authoritative' ? [] : [authorityWords(authority, wording)]),
  ]
  return remarks.length > 0 ? remarks.join('; ') : null
}

/** What a text counts for, after its language where that is not the one around it. */
export const standingWords = (
  { lang, authority }: AuthoredText,
  wording: Wording,
  prevailing?: TextLocale,
): string =>
  [
    ...(lang === wording.locale ? [] : [wording.language(lang)]),
    authorityWords(authority, wording, prevailing),
  ].join('; ')
