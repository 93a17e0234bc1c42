import type { SearchEntry } from '#features/search/entry-model.ts'
import {
  codeLexeme,
  exactLexeme,
  keysOfWord,
  nameLexeme,
  titleLexeme,
} from '#features/search/lexeme-rules.ts'
import type { StemOf } from '#features/search/stem-rules.ts'
import { codeKey, codesOf, wordsOf } from '#features/search/word-rules.ts'

/** PostgreSQL keeps positions up to this one, and so many of a lexeme. */
const LAST_POSITION = 16_383
const POSITIONS = 200

type Weight = 'A' | 'B' | 'D'

const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, sign => sign + sign)}'`

/** A `tsvector` as text. Made here, not by a configuration of the server's: what is found must not depend on it. */
class Vector {
  readonly #positions = new Map<string, string[]>()

  add(lexeme: string, position: number, weight: Weight): void {
    const known = this.#positions.get(lexeme) ?? []
    if (known.length < POSITIONS) known.push(`${Math.min(position, LAST_POSITION)}${weight}`)
    this.#positions.set(lexeme, known)
  }

  toString(): string {
    return [...this.#positions].map(([lexeme, places]) => `${quoted(lexeme)}:${places.join(',')}`).join(' ')
  }
}

/** What of an entry is looked up: A what it is called, B what it mentions by an identifier, D its words. */
export function vectorOf({ lang, title, body, names, codes }: SearchEntry, stemOf: StemOf): string {
  const vector = new Vector()
  let position = 0
  const addWords = (text: string, weight: Weight) => {
    for (const { text: word } of wordsOf(text)) {
      position += 1
      vector.add(exactLexeme(word), position, weight)
      for (const key of keysOfWord(word, lang, stemOf)) {
        vector.add(key, position, weight)
        if (weight === 'A') vector.add(titleLexeme(key), position, weight)
      }
    }
  }
  addWords(title, 'A')
  for (const name of names) vector.add(nameLexeme(codeKey(name)), 1, 'A')
  for (const code of [...names, ...codes].map(codeKey)) vector.add(codeLexeme(code), 1, 'B')
  addWords(names.join(' '), 'B')
  position += 10
  addWords(body, 'D')
  for (const code of codesOf(`${title} ${body}`)) vector.add(codeLexeme(code), 1, 'B')
  return vector.toString()
}
