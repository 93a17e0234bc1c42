import type { Authority } from '#features/localization/authority-model.ts'
import { AUTHORITATIVE_LOCALE, type TextLocale } from '#features/localization/locale-model.ts'

/** The language whose text prevails: Georgian where there is one, else the document's own. */
export const authoritativeLocale = (available: readonly TextLocale[], source: TextLocale): TextLocale =>
  available.includes(AUTHORITATIVE_LOCALE) ? AUTHORITATIVE_LOCALE : source

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
