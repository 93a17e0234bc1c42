import type { TextLocale } from '#features/localization/locale-model.ts'

/** Which way a language is written, by the script it is usually written in (Unicode CLDR). */
export const directionOf = (lang: TextLocale): 'ltr' | 'rtl' =>
  new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'

/** Attributes of an element whose words are in a language: with a direction of its own it disturbs no order around it. */
export const inLanguage = (lang: TextLocale) => ({ lang, dir: directionOf(lang) })
