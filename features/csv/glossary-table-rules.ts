import type { Table } from '#features/csv/csv-rules.ts'
import type { Term } from '#features/glossary/glossary-model.ts'
import { definitionOf, lettersOf, nameAuthority } from '#features/glossary/glossary-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** The terms in the order of the language's letters, a row each, with their names in every language. */
export function glossaryTable(terms: readonly Term[], wording: Wording): Table {
  const { t, locale, language } = wording
  return {
    name: 'glossary',
    rows: [
      [
        t('glossary.csv.id'),
        t('glossary.csv.code'),
        ...TEXT_LOCALES.map(lang => `${language(lang)} (${authorityWords(nameAuthority(lang), wording)})`),
        t('glossary.csv.definition'),
        t('csv.lang'),
        t('csv.authority'),
      ],
      ...lettersOf(terms, locale)
        .flatMap(({ terms: own }) => own)
        .map(term => {
          const definition = definitionOf(term, locale)
          return [
            term.id,
            term.code ?? null,
            ...TEXT_LOCALES.map(lang => term.name[lang]),
            definition.text,
            definition.lang,
            authorityWords(definition.authority, wording),
          ]
        }),
    ],
  }
}
