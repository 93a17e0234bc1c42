import type { Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { legacySlugOf } from '#features/document/legacy-slug-rules.ts'

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

function wantedBy(url: string, from: string): { target: URL | null; wanted: string | null } {
  const base = new URL(`https://content.invalid/${from}/`)
  const target = URL.canParse(url, base) ? new URL(url, base) : null
  const wanted = target && comparable(decodePath(target.pathname).replace(/^\/(?:docs\/|content\/)?/, ''))
  return { target, wanted }
}

/** By what the older portal would call the documents that a part of a document has links to, as far as it has any. */
export function linkedSlugs(nodes: readonly RootContent[], from: string): string[] {
  const urls = new Set<string>()
  const part: Root = { type: 'root', children: [...nodes] }
  visit(part, node => {
    if (node.type === 'link' || node.type === 'definition') urls.add(node.url)
  })
  return [...urls].flatMap(url => {
    const { wanted } = wantedBy(url, from)
    return wanted ? [legacySlugOf(wanted)] : []
  })
}

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
  const { target, wanted } = wantedBy(url, from)
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
