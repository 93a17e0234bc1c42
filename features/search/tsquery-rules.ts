import type { AskedTerm } from '#features/search/asked-words-rules.ts'
import {
  codeLexeme,
  exactLexeme,
  keysOfAskedWord,
  nameLexeme,
  titleLexeme,
} from '#features/search/lexeme-rules.ts'
import type { StemOf } from '#features/search/stem-rules.ts'

const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, sign => sign + sign)}'`

const either = (parts: readonly string[]): string => `(${parts.join(' | ')})`
const all = (parts: readonly string[]): string => `(${parts.join(' & ')})`

/** A word with the keys by which it is looked for: its own, or those that were found instead. */
export interface KeyedWord {
  readonly word: string
  readonly keys: readonly string[]
}

export interface KeyedTerm {
  readonly code: string | null
  readonly words: readonly KeyedWord[]
  /** Whether a text need not have it. */
  readonly isStop: boolean
}

export const keyedTerm = (term: AskedTerm, isStop: boolean, stemOf: StemOf): KeyedTerm => ({
  code: term.code,
  isStop,
  words: term.words.map(word => ({ word, keys: keysOfAskedWord(word, stemOf) })),
})

/** Lexemes that a text with the term has one of. */
function termQuery({ code, words }: KeyedTerm, lexeme: (key: string) => string): string | null {
  const looked = words.filter(({ keys }) => keys.length > 0)
  const inWords =
    looked.length > 0 ? [all(looked.map(({ keys }) => either(keys.map(key => quoted(lexeme(key))))))] : []
  const inCodes = code === null ? [] : [`${quoted(codeLexeme(code))}:*`]
  const ways = [...inCodes, ...inWords]
  return ways.length > 0 ? either(ways) : null
}

/** `tsquery`s as text, null where there is nothing to look for. */
export interface Queries {
  /** All that was asked for. */
  readonly every: string | null
  /** Any of it. */
  readonly some: string | null
  /** All of it in the title. */
  readonly title: string | null
  /** Each thing by itself, to count how many of them a text has. */
  readonly each: readonly string[]
  /** What makes a text rank higher. */
  readonly rank: string | null
  /** Identifiers that are asked for: begun with, and whole. */
  readonly names: string | null
  readonly wholeNames: string | null
}

const joined = (parts: readonly string[], sign: string): string | null =>
  parts.length > 0 ? parts.join(sign) : null

export function queriesOf(terms: readonly KeyedTerm[]): Queries {
  const telling = terms.filter(({ isStop }) => !isStop)
  const counted = telling.length > 0 ? telling : terms
  const each = counted.flatMap(term => termQuery(term, key => key) ?? [])
  const titles = counted.flatMap(term => termQuery(term, titleLexeme) ?? [])
  const codes = terms.flatMap(({ code }) => code ?? [])
  const exact = terms.flatMap(({ words }) => words.map(({ word }) => quoted(exactLexeme(word))))
  const ranked = [...each, ...exact, ...codes.map(code => quoted(codeLexeme(code)))]
  return {
    every: joined(each, ' & '),
    some: joined(each, ' | '),
    title: joined(titles, ' & '),
    each,
    rank: joined(ranked, ' | '),
    names: joined(
      codes.map(code => `${quoted(nameLexeme(code))}:*`),
      ' | ',
    ),
    wholeNames: joined(
      codes.map(code => quoted(nameLexeme(code))),
      ' | ',
    ),
  }
}
