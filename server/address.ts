import { LONGEST_ADDRESS } from '#features/portal/page-model.ts'

/** Where the changes between two days are told. */
const CHANGES = /^\/(?:[a-z]{2}|api\/v1\/checklists\/[^/]+)\/changes(?:\.csv|\.md)?$/

/** Where a last day is named: of the changes up to it, of the Fridays up to it. */
const TO =
  /^\/(?:[a-z]{2}\/friday(?:\.csv|\.md)?|(?:[a-z]{2}|api\/v1\/checklists\/[^/]+)\/changes(?:\.csv|\.md)?)$/

/** Where runs are listed, and where the records of one are. */
const RUNS = /^\/(?:[a-z]{2}|api\/v1)\/evidence(?:\.csv|\.md)?$/
const RECORDS =
  /^\/(?:[a-z]{2}\/evidence\/(?:dev|stage|prod)\/[^/]+|api\/v1\/evidence\/[^/]+\/[^/]+\/records)$/
/** Where two runs, or two environments, are compared. */
const COMPARED = /^\/(?:[a-z]{2}\/evidence\/compare(?:\.md)?|api\/v1\/evidence\/compare)$/

/** Where words are looked for. */
const SEARCH = /^\/(?:[a-z]{2}|api\/v1)\/search(?:\.csv|\.md)?$/

/** Where the documents of a category are listed. */
const LIBRARY = /^\/[a-z]{2}\/docs$/
/** Where those who run the portal read long lists. */
const KEPT = /^\/[a-z]{2}\/(?:upkeep|ingests)$/
const PAGED = new RegExp(`${SEARCH.source}|${LIBRARY.source}|${KEPT.source}`)

/** Query parameters the portal knows, and the addresses that read them; every other one is dropped. */
const PARAMETERS: Readonly<Record<string, RegExp>> = {
  asOf: /./,
  doc: /\/docs$/,
  locale: /^\/(?:api|badge)\//,
  role: /^\/calendar\//,
  from: CHANGES,
  to: TO,
  environment: RUNS,
  kind: RUNS,
  check: RUNS,
  finding: RUNS,
  boundary: RECORDS,
  topic: RECORDS,
  partition: RECORDS,
  intent: RECORDS,
  event: RECORDS,
  after: new RegExp(`${RUNS.source}|${RECORDS.source}`),
  a: COMPARED,
  b: COMPARED,
  q: SEARCH,
  category: PAGED,
  status: SEARCH,
  language: SEARCH,
  page: PAGED,
  with: /^\/[a-z]{2}\/compare\/.+/,
  before: /^\/[a-z]{2}\/docs\/.+\/\d+(?:\.md)?$/,
}

const LONGEST_VALUE = 512

/** A query may have 2 kB of any bytes, each of which takes three letters; a longer one is cut, and is then too long. */
const LONGEST_SEARCH = 16 * 1024
const LONGEST_QUERY = 2049

/** An address taken apart and cleaned: a path written in one way, and the known parameters in one order. */
export interface Address {
  readonly path: string
  readonly search: string
}

/** What no page has: encoded separators, steps between folders, the endings of the renderer's own protocol. */
const NO_PAGE = /%(?:25|2F|5C|00)|\/\/|\/\.{1,2}(?:\/|$)|\.(?:rsc|segments?)(?:\/|$)/i

/** Null where the address is none that a page could have. */
export function parseAddress(target: string): Address | null {
  const [given, query] = splitAt(target, '?')
  const longest = SEARCH.test(given) ? LONGEST_SEARCH : LONGEST_ADDRESS
  if (target.length > longest || !target.startsWith('/')) return null
  const written = canonical(given)
  if (written === null || NO_PAGE.test(written)) return null
  const path = written.length > 1 ? written.replace(/\/$/, '') : written
  return { path, search: query === '' ? '' : knownParameters(path, query) }
}

function splitAt(text: string, sign: string): [before: string, after: string] {
  const at = text.indexOf(sign)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** The path in NFC, with that encoded which must be and nothing else; null where it is not UTF-8. */
function canonical(path: string): string | null {
  try {
    return path
      .split('/')
      .map(part => encodeURIComponent(decodeURIComponent(part).normalize('NFC')))
      .join('/')
  } catch {
    return null
  }
}

function knownParameters(path: string, query: string): string {
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const [name, readers] of Object.entries(PARAMETERS)) {
    const value = name === 'q' ? (given.get(name)?.slice(0, LONGEST_QUERY) ?? null) : given.get(name)
    const longest = name === 'q' ? LONGEST_QUERY : LONGEST_VALUE
    if (value !== null && value.length <= longest && readers.test(path)) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
