import type { Term } from '#features/glossary/glossary-model.ts'
import { TEXT_LOCALES, type TextLocale } from '#features/localization/locale-model.ts'
import type { SearchEntry } from '#features/search/entry-model.ts'

/** What the items of terms begin with. */
export const TERM = 'term:'

/** The words of a term in every language; what it means is said in some. */
export const termEntries = (term: Term): SearchEntry[] =>
  TEXT_LOCALES.map(lang => ({
    item: TERM + term.id,
    kind: 'term',
    lang,
    documentPath: null,
    categoryCode: null,
    number: null,
    anchor: term.id,
    title: term.name[lang],
    body: (term.definition as Partial<Record<TextLocale, string>>)[lang] ?? '',
    names: term.code === undefined ? [] : [term.code],
    codes: [],
  }))
