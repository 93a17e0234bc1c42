import { SLUG } from '#features/document/category-model.ts'

/** What of the library an address asks for. */
export interface AskedShelf {
  /** Code of the one category asked for; null for the beginning of each. */
  readonly category: string | null
  /** From 1. */
  readonly page: number
}

/** What an address of the library asks for; null where that is nothing. */
export function askedShelf(query: URLSearchParams): AskedShelf | null {
  const category = query.get('category') || null
  const page = query.get('page') || '1'
  const isAsked = (category === null || SLUG.test(category)) && /^[1-9]\d{0,4}$/.test(page)
  // Of all categories only the beginnings stand on one page.
  return isAsked && (category !== null || page === '1') ? { category, page: Number(page) } : null
}

/** The part of an address that asks for it, with its question mark; empty for the beginning of each category. */
export function shelfQuery({ category, page }: AskedShelf): string {
  if (category === null) return ''
  return `?category=${category}${page > 1 ? `&page=${page}` : ''}`
}
