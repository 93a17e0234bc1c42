import { STATUSES } from '#features/checklist/status-model.ts'
import { SLUG } from '#features/document/category-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'
import type { SearchWish } from '#features/search/search-model.ts'

/** The longest query, in bytes of UTF-8 once it is text: what is no UTF-8 is nothing. */
const LONGEST_QUERY = 2048
/** No search leads to more pages. */
const LAST_PAGE = 200

type SearchProblem = 'query-too-long' | 'filter-malformed' | 'not-found'

export interface RefusedSearch {
  readonly problem: SearchProblem
  readonly status: 400 | 404
  /** "Expected …, found …." */
  readonly detail: string
}

const refuse = (problem: SearchProblem, expected: string, found: string): RefusedSearch => ({
  problem,
  status: problem === 'not-found' ? 404 : 400,
  detail: `Expected ${expected}, found ${found}.`,
})

/** What has no width and no meaning within a word, such as a soft hyphen. */
const WITHIN_WORDS = /[\u00AD\u2060\uFEFF]/gu
/**
 * What no text has and no database takes is a space between words: controls, what only formats, lone surrogates, signs of
 * no character. Two signs that join letters or part them are of the words of some scripts.
 */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\uFFFD\uFFFE\uFFFF]/gu

const cleaned = (text: string): string =>
  text.normalize('NFC').replace(WITHIN_WORDS, '').replace(UNSEEN, ' ').trim()

/** What an address asks to be looked for. A form leaves what is not chosen empty: that is as good as not given. */
export function searchWishOf(query: URLSearchParams): SearchWish | RefusedSearch {
  const given = (name: string): string | null => query.get(name) || null
  const text = cleaned(query.get('q') ?? '')
  const bytes = new TextEncoder().encode(text).length
  if (bytes > LONGEST_QUERY)
    return refuse('query-too-long', `at most ${LONGEST_QUERY} bytes of UTF-8 as q`, String(bytes))
  const category = given('category')
  if (category !== null && !SLUG.test(category))
    return refuse('filter-malformed', 'the code of a category as category', JSON.stringify(category))
  const status = STATUSES.find(value => value === given('status')) ?? null
  if (given('status') !== null && status === null)
    return refuse(
      'filter-malformed',
      `one of ${STATUSES.join(', ')} as status`,
      JSON.stringify(given('status')),
    )
  const language = TEXT_LOCALES.find(value => value === given('language')) ?? null
  if (given('language') !== null && language === null)
    return refuse(
      'filter-malformed',
      `one of ${TEXT_LOCALES.join(', ')} as language`,
      JSON.stringify(given('language')),
    )
  const page = given('page') ?? '1'
  if (!/^[1-9]\d{0,2}$/.test(page) || Number(page) > LAST_PAGE)
    return refuse('filter-malformed', `a whole number up to ${LAST_PAGE} as page`, JSON.stringify(page))
  return { text, category, status, language, page: Number(page) }
}

/** What is answered to who asks for a page that is not there. */
export const noSuchPage = (page: number, pages: number): RefusedSearch =>
  refuse('not-found', `a page up to ${pages}`, String(page))

/** The part of an address that asks for the same again, with its question mark; empty where nothing is asked for. */
export function searchQuery({ text, page, ...filters }: SearchWish): string {
  const query = new URLSearchParams(text === '' ? {} : { q: text })
  for (const [name, value] of Object.entries(filters)) if (value !== null) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}
