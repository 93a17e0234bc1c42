import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { askedInquiries, askedTerms, isStop } from '#features/search/asked-words-rules.ts'
import type { Candidate } from '#features/search/candidate-model.ts'
import { readCandidates } from '#features/search/candidate-queries.ts'
import { describeItems } from '#features/search/found-items-queries.ts'
import { numberedKey, readStatuses } from '#features/search/item-queries.ts'
import { readKnownKeys, readNearKeys } from '#features/search/near-key-queries.ts'
import { type RankedItem, rankItems } from '#features/search/rank-rules.ts'
import { NO_RECORDS, readRecordHits } from '#features/search/record-hit-queries.ts'
import { PAGE_LENGTH, type SearchFound, type SearchWish } from '#features/search/search-model.ts'
import { readStems } from '#features/search/stem-queries.ts'
import {
  type KeyedTerm,
  type KeyedWord,
  keyedTerm,
  type Queries,
  queriesOf,
} from '#features/search/tsquery-rules.ts'

/** What is looked for, once words that nothing has have been replaced by the nearest that something has. */
interface Looked {
  readonly terms: readonly KeyedTerm[]
  readonly replaced: readonly KeyedWord[]
  readonly leftOut: number
}

async function lookUp(text: string): Promise<Looked> {
  const { terms: asked, leftOut } = askedTerms(text)
  const stemOf = await readStems(askedInquiries(asked))
  const terms = asked.map(term =>
    keyedTerm(term, term.words.length > 0 && term.words.every(word => isStop(word, stemOf)), stemOf),
  )
  const words = terms.flatMap(term => term.words)
  const known = await readKnownKeys([...new Set(words.flatMap(({ keys }) => keys))])
  const replacements = new Map<KeyedWord, KeyedWord>()
  for (const { word, keys } of words.filter(({ keys }) => !keys.some(key => known.has(key)))) {
    const near = await Promise.all(keys.slice(0, 3).map(readNearKeys))
    const found = [...new Set(near.flat())]
    const replaced = words.find(other => other.word === word)
    if (replaced && found.length > 0) replacements.set(replaced, { word, keys: found })
  }
  return {
    leftOut,
    replaced: [...replacements.values()],
    terms: terms.map(term => ({ ...term, words: term.words.map(word => replacements.get(word) ?? word) })),
  }
}

/** Below so many items with all that was asked for, those with some of it follow them. */
const ENOUGH = 5

/** Texts with all that was asked for; where those are few, also texts with some of it. */
async function readBest(queries: Queries, wish: SearchWish, asOf: AsOf) {
  const whole = await readCandidates(queries, queries.every, wish, asOf)
  const found = new Set(whole.candidates.map(({ item }) => item)).size
  if (found >= ENOUGH || queries.each.length < 2) return whole
  const some = await readCandidates(queries, queries.some, wish, asOf)
  const candidates = new Map([...some.candidates, ...whole.candidates].map(text => [text.id, text]))
  return { candidates: [...candidates.values()], isCut: some.isCut }
}

/** How many items have all of so many things in one of their texts, or are called by what was asked for. */
const countWhole = (items: readonly RankedItem[], asked: number): number =>
  items.filter(({ best, covered }) => covered >= asked || best.isBegun).length

const numberedOf = ({ documentPath, number }: Candidate) =>
  documentPath === null || number === null ? [] : [{ documentPath, number }]

/** Statuses of the items' workstreams, and the items that a status asked for leaves. */
async function byStatus(items: readonly RankedItem[], { status }: SearchWish, asOf: AsOf) {
  const statuses = await readStatuses(
    items.flatMap(({ best }) => numberedOf(best)),
    asOf,
  )
  const left = items.filter(
    ({ best }) =>
      status === null || numberedOf(best).some(numbered => statuses.get(numberedKey(numbered)) === status),
  )
  return { statuses, left }
}

/** The keys that mark a word as found. */
const keysIn = (terms: readonly KeyedTerm[]): ReadonlySet<string> =>
  new Set(terms.filter(({ isStop }) => !isStop).flatMap(({ words }) => words.flatMap(word => word.keys)))

/** The words, as texts have them, that some keys were found by. */
const wordsWith = (keys: readonly string[], marked: ReadonlyMap<string, readonly string[]>): string[] =>
  [...marked].flatMap(([word, own]) => (own.some(key => keys.includes(key)) ? [word] : [])).slice(0, 3)

/**
 * What the portal has on what a reader asks for, as a day ended, as far as the reader's scope may see it. Rejects while the
 * database is down.
 */
export async function search(wish: SearchWish, locale: Locale, asOf: AsOf): Promise<SearchFound> {
  const { terms, replaced, leftOut } = await lookUp(wish.text)
  const queries = queriesOf(terms)
  const isFiltered = wish.category !== null || wish.language !== null || wish.status !== null
  const { items: records, withheld } = isFiltered ? NO_RECORDS : await readRecordHits(wish.text, asOf)
  const { candidates, isCut } = await readBest(queries, wish, asOf)
  const { statuses, left } = await byStatus(rankItems(candidates, locale), wish, asOf)
  const total = records.length + left.length
  const first = (wish.page - 1) * PAGE_LENGTH
  const shownRecords = records.slice(first, first + PAGE_LENGTH)
  const start = Math.max(0, first - records.length)
  const shown = left.slice(start, start + PAGE_LENGTH - shownRecords.length)
  const { items, marked } = await describeItems(shown, statuses, keysIn(terms), locale, asOf)
  return {
    items: [...shownRecords, ...items],
    total,
    isCut,
    pages: Math.max(1, Math.ceil(total / PAGE_LENGTH)),
    whole: records.length + countWhole(left, queries.each.length),
    replaced: replaced.map(({ word, keys }) => ({ asked: word, found: wordsWith(keys, marked) })),
    leftOut,
    withheld,
  }
}
