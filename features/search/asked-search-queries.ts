import { readWithheld } from '#features/document/withheld-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { AskedSearch } from '#features/search/search-model.ts'
import { search } from '#features/search/search-queries.ts'
import { noSuchPage, type RefusedSearch, searchWishOf } from '#features/search/search-wish-rules.ts'

/** Reads what an address asks for, and looks for it. Rejects while the database is down. */
export async function readAskedSearch(
  query: URLSearchParams,
  locale: Locale,
  asOf: AsOf,
): Promise<AskedSearch | RefusedSearch> {
  const wish = searchWishOf(query)
  if ('problem' in wish) return wish
  const found = wish.text === '' ? null : await search(wish, locale, asOf)
  const pages = found?.pages ?? 1
  if (wish.page > pages) return noSuchPage(wish.page, pages)
  // The same whatever is asked for: a count of what matches would tell what is in it.
  const withheld = await readWithheld()
  return { wish, found, withheld: withheld.filter(({ place }) => [null, place].includes(wish.category)) }
}
