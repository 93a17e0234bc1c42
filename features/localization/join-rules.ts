import { directionOf } from '#features/localization/direction-rules.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import type { Wording } from '#features/localization/wording.ts'

type Words = Pick<Wording, 'locale' | 't'>

const LISTS = new Map(LOCALES.map(locale => [locale, new Intl.ListFormat(locale)]))

/** In a line from right to left a Latin item would take the marks beside it along, were it not isolated (UAX 9). */
const itemOf = (item: string | number, { locale }: Words): string =>
  directionOf(locale) === 'rtl' ? `\u2068${item}\u2069` : String(item)

/** "1, 2, and 3", as the language enumerates. */
export const listed = (items: readonly (string | number)[], words: Words): string =>
  LISTS.get(words.locale)?.format(items.map(item => itemOf(item, words))) ?? ''

/** A name with the mark that the language puts between it and what is said of it: "Owner:". */
export const named = (name: string, { t }: Words): string => t('join.name', { name })

/** A fact: its name and what is said of it. */
export const factWith = (name: string, value: string, words: Words): string =>
  `${named(name, words)} ${value}`

/** Parts of a sentence that each say something, one after the other. */
export const clauses = ([first = '', ...others]: readonly string[], { t }: Words): string =>
  others.reduce((said, next) => t('join.clauses', { first: said, next }), first)

/** With a capital where the script has one to begin with. A Georgian letter has one that nothing begins with (Unicode 11). */
export const capitalized = (text: string, locale: string): string =>
  text.replace(/^\p{Changes_When_Titlecased}/u, letter => letter.toLocaleUpperCase(locale))

/** Words as a sentence: from its first letter to its stop. */
export const sentence = (text: string, { locale, t }: Words): string =>
  t('join.sentence', { words: capitalized(text, locale) })
