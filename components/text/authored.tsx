import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'

/** Words from the content; where their language is not the page's, they say so. */
export function Authored({ text, locale }: { text: AuthoredText; locale: Locale }) {
  return text.lang === locale ? text.text : <span lang={text.lang}>{text.text}</span>
}
