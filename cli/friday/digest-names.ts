import type { DigestNames } from '#cli/friday/digest-markdown.ts'
import { noteWords } from '#features/checklist/blocker-note-rules.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { authorityOf, shownLocale } from '#features/localization/authority-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'

/** The names of a checklist and its workstreams, and its blocker notes, from its text in a language or the nearest. */
export function digestNames(
  { sources, sourceLocale, authoritative }: ReadDocument,
  locale: Locale,
): DigestNames {
  const locales = sources.map(source => source.locale)
  const lang = shownLocale(locale, locales, sourceLocale)
  const shown = sources.find(source => source.locale === lang) ?? authoritative
  const said = (text: string, { locale: own }: ReadSource): AuthoredText => ({
    text,
    lang: own,
    authority: authorityOf(own, locales, sourceLocale),
  })
  // What the shown text lacks, the authoritative one has.
  const nearest = [authoritative, shown]
  return {
    checklist: said(shown.facts.title, shown),
    titles: new Map(
      nearest.flatMap(source => (source.rows ?? []).map(row => [row.number, said(row.title, source)])),
    ),
    notes: new Map(
      nearest.flatMap(source =>
        source.sections.flatMap(section => {
          const note = blockerNoteOf(section)
          if (!note || section.number === null) return []
          return [[section.number, said(noteWords(note), source)] as const]
        }),
      ),
    ),
  }
}
