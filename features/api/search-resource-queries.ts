import { envelopeOf } from '#features/api/envelope-rules.ts'
import { Refusal } from '#features/api/problem-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import type { SearchResource } from '#features/api/search-resource-model.ts'
import { searchBody } from '#features/api/search-resource-rules.ts'
import { readPortal } from '#features/portal/portal-queries.ts'
import { readAskedSearch } from '#features/search/asked-search-queries.ts'

/** What the portal has on the words of `q`, a page at a time; nothing where none are given. */
export async function readSearchResource(
  wish: Wish,
  _: string,
  { searchParams }: URL,
): Promise<SearchResource | Refusal> {
  const asked = await readAskedSearch(searchParams, wish.locale, wish.asOf)
  if ('problem' in asked)
    return new Refusal(asked.problem === 'not-found' ? asked.problem : 'filter-malformed', asked.detail)
  return { ...envelopeOf(wish, await readPortal()), ...searchBody(asked, wish) }
}
