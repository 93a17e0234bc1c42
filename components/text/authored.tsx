import { nameOf } from '#components/text/language-name.ts'
import { useWording } from '#components/text/wording.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { clauses } from '#features/localization/join-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { behindWords } from '#features/localization/standing-words-rules.ts'

/** Words from the content; where their language is not the page's, or they are behind those that prevail, they say so. */
export function Authored({ text, locale }: { text: AuthoredText; locale: Locale }) {
  const wording = useWording()
  const isForeign = text.lang !== locale
  // That it is known of none says the page, once.
  const behind = text.behind ? behindWords(text, wording) : null
  const remarks = [...(isForeign ? [nameOf(text.lang, locale)] : []), ...(behind === null ? [] : [behind])]
  const words = isForeign ? <span {...inLanguage(text.lang)}>{text.text}</span> : text.text
  if (remarks.length === 0) return words
  return (
    <>
      {words} <span className="text-small font-normal text-muted">({clauses(remarks, wording)})</span>
    </>
  )
}
