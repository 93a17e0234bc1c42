import type { Authority } from '#features/localization/authority-model.ts'
import { AUTHORITATIVE_LOCALE, TEXT_LOCALES, type TextLocale } from '#features/localization/locale-model.ts'

/** The language whose text prevails: Georgian where there is one, else the document's own. */
export const authoritativeLocale = (available: readonly TextLocale[], source: TextLocale): TextLocale =>
  available.includes(AUTHORITATIVE_LOCALE) ? AUTHORITATIVE_LOCALE : source

/** The language a document was first written in: English where there is an English text, else the first there is. */
export const sourceLocaleOf = (available: readonly TextLocale[]): TextLocale =>
  available.includes('en') ? 'en' : (TEXT_LOCALES.find(locale => available.includes(locale)) ?? 'en')

export function authorityOf(
  lang: TextLocale,
  available: readonly TextLocale[],
  source: TextLocale,
): Authority {
  if (lang === authoritativeLocale(available, source)) return 'authoritative'
  return lang === source ? 'source' : 'translation'
}

/** The language to show a reader who asked for one: it, else English, the source, Georgian, whatever there is. */
export function shownLocale(
  asked: TextLocale,
  available: readonly TextLocale[],
  source: TextLocale,
): TextLocale | undefined {
  const wishes: readonly TextLocale[] = [asked, 'en', source, AUTHORITATIVE_LOCALE]
  return wishes.find(locale => available.includes(locale)) ?? available[0]
}
