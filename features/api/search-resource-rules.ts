import { withheldResource } from '#features/api/envelope-rules.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { queryOf } from '#features/api/resource-id-rules.ts'
import type { SearchItemResource, SearchResource } from '#features/api/search-resource-model.ts'
import { withheldEvidence } from '#features/api/withheld-evidence-model.ts'
import { pageHref } from '#features/portal/page-model.ts'
import type { AskedSearch, SearchFound, SearchItem, Snippet } from '#features/search/search-model.ts'
import { searchQuery } from '#features/search/search-wish-rules.ts'

type Body = Omit<SearchResource, 'apiVersion' | 'revision' | 'asOf' | 'scope' | 'locale'>

const NOTHING: SearchFound = {
  items: [],
  total: 0,
  isCut: false,
  pages: 1,
  whole: 0,
  replaced: [],
  leftOut: 0,
  withheld: [],
}

/** A snippet without the language that prevails: its own authority says what it counts for. */
function snippetResource({ pieces, prevailing: _, ...standing }: Snippet): SearchItemResource['snippet'] {
  return { pieces: [...pieces], ...standing }
}

const itemResource = (
  { path, title, snippet, prevailing: _, ...item }: SearchItem,
  wish: Wish,
): SearchItemResource => ({
  ...item,
  title: 'verbatim' in title ? null : title,
  name: 'verbatim' in title ? title.verbatim : null,
  languages: [...item.languages],
  snippet: snippet && snippetResource(snippet),
  page: pageHref(wish, path),
})

/** What was found, a page of it; nothing where nothing was asked for. */
export function searchBody({ wish: asked, found: given, withheld }: AskedSearch, wish: Wish): Body {
  const { items, replaced, withheld: records, ...found } = given ?? NOTHING
  const next = searchQuery({ ...asked, page: asked.page + 1 }).replace('?', '&')
  return {
    query: asked.text,
    ...found,
    replaced: replaced.map(word => ({ ...word, found: [...word.found] })),
    withheld: withheld.map(withheldResource),
    withheldRecords: withheldEvidence(records),
    items: items.map(item => itemResource(item, wish)),
    page: asked.page,
    next: asked.page < found.pages ? `/api/v1/search?${queryOf(wish)}${next}` : null,
  }
}
