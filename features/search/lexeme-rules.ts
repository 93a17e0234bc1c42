import { foldWord } from '#features/search/fold-rules.ts'
import { georgianStems } from '#features/search/georgian-stem-rules.ts'
import { keyOf } from '#features/search/key-rules.ts'
import { georgianReadings } from '#features/search/latin-reading-rules.ts'
import { scriptOf } from '#features/search/script-rules.ts'
import { type Dictionary, dictionariesOf, type StemOf, stemmable } from '#features/search/stem-rules.ts'

/** Lexemes of PostgreSQL's text search, told apart by their first sign: `=` a word as it is written, folded. */
export const exactLexeme = (word: string): string => `=${foldWord(word).slice(0, 60)}`
/** `^` a key of a title. */
export const titleLexeme = (key: string): string => `^${key}`
/** `#` an identifier that a text mentions. */
export const codeLexeme = (code: string): string => `#${code}`
/** `!` an identifier that is the item's own: its id, its owner. */
export const nameLexeme = (code: string): string => `!${code}`

const keysBy = (word: string, dictionaries: readonly Dictionary[], stemOf: StemOf): string[] =>
  dictionaries.flatMap(dictionary =>
    stemmable(word).map(form => keyOf(foldWord(stemOf(dictionary, form) ?? form))),
  )

const georgianKeys = (word: string): string[] => georgianStems(foldWord(word)).map(keyOf)

const distinct = (keys: readonly string[]): string[] => [...new Set(keys)].filter(key => key !== '')

/** The keys by which a word of a text is found. @param lang of the text; null where it is in none */
export function keysOfWord(word: string, lang: string | null, stemOf: StemOf): string[] {
  const script = scriptOf(word)
  if (script === 'georgian') return distinct(georgianKeys(word))
  return distinct([...keysBy(word, dictionariesOf(script, lang ?? 'en'), stemOf), keyOf(foldWord(word))])
}

/** The keys that a word of a query may mean: nobody says in which language it is, or in whose letters. */
export function keysOfAskedWord(word: string, stemOf: StemOf): string[] {
  const script = scriptOf(word)
  if (script === 'georgian') return distinct(georgianKeys(word))
  const own = keysBy(word, dictionariesOf(script, null), stemOf)
  return distinct([...own, keyOf(foldWord(word)), ...georgianReadings(word).flatMap(georgianKeys)])
}
