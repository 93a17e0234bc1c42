import { createInterface } from 'node:readline'
import { asScope } from '#features/access/as-scope.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { readChangesResource } from '#features/api/changes-resource-queries.ts'
import { Refusal } from '#features/api/problem-model.ts'
import {
  readChecklistResource,
  readChecklistsResource,
  readDocumentResource,
  readDocumentsResource,
} from '#features/api/resource-queries.ts'
import { readSearchResource } from '#features/api/search-resource-queries.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { readPlace } from '#features/checklist/place-queries.ts'
import { readTable } from '#features/csv/csv-queries.ts'
import { findByLegacySlug } from '#features/document/document-queries.ts'
import { readShelves } from '#features/document/shelf-queries.ts'
import { readTextComparison } from '#features/document/text-comparison-queries.ts'
import { readTwin } from '#features/twin/twin-queries.ts'
import { recordQueries } from '#tests/integration/recorded-queries.ts'

// Run as a program of its own: a web process knows one database, for good. A question a line, an answer a line.
interface Question {
  readonly scope: Scope
  readonly way: string
  /** What is asked for: an address, an id, or a query. */
  readonly what: string
}

const asOf = { day: dayInTbilisi(new Date()), isToday: true }
const wishOf = (query = '') => ({
  locale: 'en' as const,
  asOf,
  origin: 'http://127.0.0.1',
  query: new URLSearchParams(query),
})
/** Days whose changes are asked for. */
const SPAN = 'from=2026-03-06&to=2026-03-13'
const parts = (path: string) => path.split('/').filter(part => part !== '')
const search = (query: string) => new URL(`http://127.0.0.1/api/v1/search?${query}`)

const WAYS: Readonly<Record<string, (what: string) => Promise<unknown>>> = {
  page: what => readPlace(what, 'en', asOf),
  compare: what => readTextComparison(what, 'en', null, asOf),
  older: findByLegacySlug,
  document: what => readDocumentResource(wishOf(), what),
  checklist: what => readChecklistResource(wishOf(), what),
  documents: () => readDocumentsResource(wishOf()),
  checklists: () => readChecklistsResource(wishOf()),
  shelf: what => readShelves({ category: what === '' ? null : what, page: 1 }, 'en', asOf),
  csv: what => readTable(wishOf(), parts(what)),
  markdown: what => readTwin(wishOf(), parts(what)),
  search: what => readSearchResource(wishOf(), '', search(what)),
  'search.csv': what => readTable(wishOf(what), ['search']),
  changes: () => readTwin(wishOf(SPAN), ['changes']),
  'changes.csv': () => readTable(wishOf(SPAN), ['changes']),
  'changes.json': what =>
    readChangesResource(
      wishOf(),
      what,
      new URL(`http://127.0.0.1/api/v1/checklists/${what}/changes?${SPAN}`),
    ),
  'search.md': what => readTwin(wishOf(what), ['search']),
}

const plain = (found: unknown) =>
  found instanceof Refusal ? { refused: found.code, detail: found.detail } : (found ?? null)

for await (const line of createInterface({ input: process.stdin })) {
  const { scope, way, what }: Question = JSON.parse(line)
  try {
    const read = WAYS[way]
    if (!read) throw new Error(`There is no way ${way}.`)
    const { result, queries } = await recordQueries(() => asScope(scope, () => read(what)))
    console.log(JSON.stringify({ found: plain(result), queries }))
  } catch (fault) {
    console.log(JSON.stringify({ fault: String(fault) }))
  }
}
process.exit()
