import { capitalized } from '#features/localization/join-rules.ts'
import type { Locale, TextLocale } from '#features/localization/locale-model.ts'

/** A language in the words of a page's language. */
export const nameOf = (language: TextLocale, locale: Locale | TextLocale): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language

/**
 * A language by its own name, as its speakers look for it: with a capital, as a title begins.
 */
export const ownName = (language: TextLocale): string => capitalized(nameOf(language, language), language)
