/** Query parameters the portal knows; every other one is dropped before a page sees it. */
const KNOWN_PARAMETERS = ['asOf', 'doc', 'locale'] as const

const LONGEST_ADDRESS = 2048
const LONGEST_VALUE = 512

/** An address taken apart and cleaned: a decoded-once path and the known parameters, in one order. */
export interface Address {
  readonly path: string
  readonly search: string
}

/** Null where the address is none that a page could have: too long, not UTF-8, or with encoded separators. */
export function parseAddress(target: string): Address | null {
  if (target.length > LONGEST_ADDRESS || !target.startsWith('/')) return null
  const [path = '/', query = ''] = target.split('?', 2)
  // The renderer would answer these with its own protocol instead of a page.
  if (/\.(?:rsc|segments?)(?:\/|$)/i.test(path)) return null
  if (/%(?:25|2f|5c|00)|\\|\/\/|\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return null
  try {
    decodeURIComponent(path)
  } catch {
    return null
  }
  return { path: path.length > 1 ? path.replace(/\/$/, '') : path, search: knownParameters(query) }
}

function knownParameters(query: string): string {
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const name of KNOWN_PARAMETERS) {
    const value = given.get(name)
    if (value !== null && value.length <= LONGEST_VALUE) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
