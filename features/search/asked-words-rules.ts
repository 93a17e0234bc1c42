import { scriptOf } from '#features/search/script-rules.ts'
import { type Inquiry, inquiriesOf, type StemOf, stemmable } from '#features/search/stem-rules.ts'
import { codeKey, withoutJoinedEndings, wordsOf } from '#features/search/word-rules.ts'

/** Words and identifiers of a query that are looked for: more of them would only cost time. */
const MOST_WORDS = 12

const CODE = /^[\p{L}\p{N}]+(?:[._:@/=-]+[\p{L}\p{N}]+)+$/u
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}'’ʼ]+$/gu

/** One thing asked for: a word, or an identifier with the words in it. */
export interface AskedTerm {
  readonly text: string
  /** As identifiers are compared; null for a mere word. */
  readonly code: string | null
  /** Of an identifier those that there is room for: it is found by itself. */
  readonly words: readonly string[]
}

/** Words so common that a text need not have them. */
const GEORGIAN_STOPS = new Set(
  'და თუ რომ ეს ის არის რა რომელი რომლის როგორ სად ვინ შესახებ მიერ არ ამ იმ მის რას როდის რატომ აქვს უნდა ან კი ხოლო მაგრამ ვის იყო რათა თვის'.split(
    ' ',
  ),
)

/** What a query asks for, in its order, each once; and how many things more there were. */
export function askedTerms(query: string): { terms: AskedTerm[]; leftOut: number } {
  const pieces = withoutJoinedEndings(query)
    .split(/\s+/)
    .map(piece => piece.replace(EDGES, ''))
    .flatMap((piece): AskedTerm[] => {
      const words = wordsOf(piece).map(({ text }) => text)
      if (CODE.test(piece)) return [{ text: piece, code: codeKey(piece), words }]
      return words.map(word => ({ text: word, code: null, words: [word] }))
    })
  const distinct = [...new Map(pieces.map(term => [term.text, term])).values()]
  const terms: AskedTerm[] = []
  let room = MOST_WORDS
  for (const term of distinct) {
    if (terms.length === MOST_WORDS) break
    if (term.code === null && room === 0) continue
    const words = term.words.slice(0, room)
    room -= words.length
    terms.push({ ...term, words })
  }
  return { terms, leftOut: distinct.length - terms.length }
}

/** What the dictionaries are asked for before the words of a query can be looked up. */
export const askedInquiries = (terms: readonly AskedTerm[]): Inquiry[] =>
  terms.flatMap(({ words }) => words.flatMap(word => inquiriesOf(word, null)))

/** Whether a word says nothing of what is looked for. The dictionaries have no stem for a stop word. */
export function isStop(word: string, stemOf: StemOf): boolean {
  const script = scriptOf(word)
  if (script === 'georgian') return GEORGIAN_STOPS.has(word)
  if (script !== 'latin') return false
  return word.length <= 12 && stemmable(word).every(form => stemOf('english_stem', form) === null)
}
