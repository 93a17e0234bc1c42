/** Where a link in a document leads to, as the portal can tell. */
export type LinkTarget =
  | { readonly kind: 'document'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'elsewhere'; readonly url: string }
  | { readonly kind: 'not-here' }

/** Names of documents are compared as the older portal wrote them: without case, `_` as `-`, without `.md`. */
const comparable = (path: string): string =>
  path
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/(?:\/(?:ka|en|ru|tr|hy|ar))?\.md$/, '')
    .replace(/\/$/, '')

/**
 * Resolves a link of a document against the documents the reader may open.
 *
 * @param url as written: relative to the document's file, absolute, or a fragment
 * @param from path of the document, e.g. `80_chain/no-rework-migration-checklist`
 */
export function resolveLink(url: string, from: string, known: ReadonlySet<string>): LinkTarget {
  if (url.startsWith('#')) return { kind: 'fragment', fragment: url.slice(1) }
  if (/^(?:https?|mailto):/i.test(url)) return { kind: 'elsewhere', url }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return { kind: 'not-here' }
  const base = new URL(`https://content.invalid/${from}/`)
  const target = URL.canParse(url, base) ? new URL(url, base) : null
  const wanted = target && comparable(decodePath(target.pathname).replace(/^\/(?:docs\/|content\/)?/, ''))
  const path = [...known].find(candidate => comparable(candidate) === wanted)
  return target && path ? { kind: 'document', path, fragment: target.hash.slice(1) } : { kind: 'not-here' }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
