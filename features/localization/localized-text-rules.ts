import type { AuthoredText } from '#features/localization/authority-model.ts'
import { authorityOf, shownLocale } from '#features/localization/authority-rules.ts'
import {
  AUTHORITATIVE_LOCALE,
  isTextLocale,
  type Locale,
  type TextLocale,
} from '#features/localization/locale-model.ts'

/**
 * A text given in some languages, in the one asked for or the nearest there is; null where it is given in none.
 * Nothing says which one it was first written in: the prevailing one counts as such.
 */
export function localizedText(
  texts: Readonly<Partial<Record<TextLocale, string>>> | null,
  asked: Locale,
): AuthoredText | null {
  const available = Object.keys(texts ?? {}).filter(isTextLocale)
  const source = shownLocale(AUTHORITATIVE_LOCALE, available, AUTHORITATIVE_LOCALE)
  const lang = source && shownLocale(asked, available, source)
  const text = lang && texts?.[lang]
  return !source || !lang || text === undefined
    ? null
    : { text, lang, authority: authorityOf(lang, available, source) }
}
