import type { Term } from '#features/glossary/glossary-model.ts'
import type { AuthoredText, Authority } from '#features/localization/authority-model.ts'
import { authorityOf } from '#features/localization/authority-rules.ts'
import {
  AUTHORITATIVE_LOCALE,
  type Locale,
  TEXT_LOCALES,
  type TextLocale,
} from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

/** Terms whose names begin with one letter. */
export interface Letter {
  readonly letter: string
  readonly terms: readonly Term[]
}

/** Names are compared as dictionaries of the language do; its capitals are its own (no Mtavruli for Georgian). */
const initialOf = (name: string, locale: Locale): string => {
  const [first = ''] = new Intl.Segmenter(locale).segment(name)[Symbol.iterator]().next().value?.segment ?? ''
  return locale === 'ka' ? first : first.toLocaleUpperCase(locale)
}

/** The terms by the first letters of their names in a language, in the order of its alphabet. */
export function lettersOf(terms: readonly Term[], locale: Locale): Letter[] {
  const { compare } = new Intl.Collator(locale)
  const inOrder = terms.toSorted((a, b) => compare(a.name[locale], b.name[locale]))
  const byLetter = Map.groupBy(inOrder, ({ name }) => initialOf(name[locale], locale))
  return [...byLetter].map(([letter, own]) => ({ letter, terms: own }))
}

/** What a term means, in the language asked for or the nearest there is. */
export function definitionOf({ definition }: Term, locale: Locale): AuthoredText {
  const found = localizedText(definition, locale)
  if (!found) throw new Error('A term has a definition.')
  return found
}

/** What the names of terms in a language count for: every term has one in each, and the Georgian ones prevail. */
export const nameAuthority = (lang: TextLocale): Authority =>
  authorityOf(lang, TEXT_LOCALES, AUTHORITATIVE_LOCALE)

/** Address of a term, without the language. */
export const termPath = (id: string): string => `/glossary#term-${id}`
