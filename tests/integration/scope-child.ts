import { asScope } from '#features/access/as-scope.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { readChangesResource } from '#features/api/changes-resource-queries.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { readChanges } from '#features/checklist/changes-queries.ts'
import { readDocumentHash } from '#features/checklist/document-hash-queries.ts'
import { readPlace } from '#features/checklist/place-queries.ts'
import { readTextComparison } from '#features/document/text-comparison-queries.ts'
import { readWithheld } from '#features/document/withheld-queries.ts'
import { search } from '#features/search/search-queries.ts'

// Run as a program of its own: a web process knows one database, for good. What each scope is given, a line a scope.
const [, , document = '', given = '', text = ''] = process.argv
const day = parseDay(given)
const from = parseDay('2026-03-01')
if (!day || !from) throw new Error(`no day: ${given}`)
const asOf = { day, isToday: true }
const address = new URL(`http://127.0.0.1/api/v1/checklists/changes?from=2026-03-01&to=${given}`)
const wish = { text, category: null, status: null, language: null, page: 1 }

for (const scope of SCOPES) {
  await asScope(scope, async () => {
    const given = {
      document: await readPlace(document, 'en', asOf),
      workstream: await readPlace(`${document}/3`, 'en', asOf),
      compared: await readTextComparison(document, 'en', 'ka', asOf),
      changes: await readChanges({ from, to: day }, 'en', asOf),
      changesResource: await readChangesResource({ locale: 'en', asOf }, document, address),
      withheld: await readWithheld(),
      hash: await readDocumentHash(document),
      found: await search(wish, 'en', asOf),
    }
    console.log(JSON.stringify({ scope, ...given }))
  })
}
process.exit()
