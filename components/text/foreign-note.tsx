import { nameOf } from '#components/text/language-name.ts'
import type { Locale, TextLocale } from '#features/localization/locale-model.ts'

/** The language of words above it, where it is not the page's. */
export function ForeignNote({ lang, locale }: { lang: TextLocale; locale: Locale }) {
  return lang === locale ? null : <p className="text-small text-muted">({nameOf(lang, locale)})</p>
}
