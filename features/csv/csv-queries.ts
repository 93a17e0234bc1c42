import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { readPlace } from '#features/checklist/place-queries.ts'
import { changesTable } from '#features/csv/changes-table-rules.ts'
import { csvOf, type Table } from '#features/csv/csv-rules.ts'
import { fridayTable } from '#features/csv/friday-table-rules.ts'
import { glossaryTable } from '#features/csv/glossary-table-rules.ts'
import { libraryTable } from '#features/csv/library-table-rules.ts'
import { readRecordsTable } from '#features/csv/records-table-queries.ts'
import { runsTable } from '#features/csv/runs-table-rules.ts'
import { searchTable } from '#features/csv/search-table-rules.ts'
import { workstreamTable } from '#features/csv/workstream-table-rules.ts'
import { readLibrary } from '#features/document/document-queries.ts'
import { readWithheldDocuments } from '#features/document/withheld-queries.ts'
import { readTerms } from '#features/glossary/glossary-queries.ts'
import { type Wording, wordingIn } from '#features/localization/wording.ts'
import { readAskedChanges } from '#features/portal/asked-changes-queries.ts'
import { readAskedFridays } from '#features/portal/asked-fridays-queries.ts'
import { readAskedRuns } from '#features/portal/asked-runs-queries.ts'
import type { FileWish, NoFile, PortalFile } from '#features/portal/file-model.ts'
import { noRecordYet, nothingAt } from '#features/portal/file-rules.ts'
import { readAskedSearch } from '#features/search/asked-search-queries.ts'

type ReadTable = (wish: FileWish, wording: Wording) => Promise<Table | NoFile>

/** The lists that have a page of their own, by its address without the language. */
const LISTS: Readonly<Record<string, ReadTable>> = {
  '': async (wish, wording) => {
    const checklist = await readFirstChecklist(wish.locale, wish.asOf)
    if (checklist === null) return nothingAt('a checklist', 'none')
    return checklist === 'no-record-yet'
      ? noRecordYet(wish)
      : workstreamTable('readiness', checklist, wording)
  },
  docs: async (wish, wording) => libraryTable(await readLibrary(wish.locale, wish.asOf), wording, wish),
  friday: async (wish, wording) => {
    const found = await readAskedFridays(wish)
    return 'status' in found ? found : fridayTable(found, wording)
  },
  evidence: async (wish, wording) => {
    const found = await readAskedRuns(wish)
    return 'status' in found ? found : runsTable(found.left, wording)
  },
  glossary: async (_, wording) => glossaryTable(await readTerms(), wording),
  search: async (wish, wording) => {
    const asked = await readAskedSearch(wish.query, wish.locale, wish.asOf)
    if ('problem' in asked) return asked
    return asked.found
      ? searchTable(asked.found, asked.withheld, wording, wish)
      : nothingAt('words to look for as q', '')
  },
  changes: async (wish, wording) => {
    const found = await readAskedChanges(wish)
    return 'status' in found ? found : changesTable(found, await readWithheldDocuments(), wording)
  },
}

/** The workstreams of the checklist at an address below `/docs/`. */
async function readChecklistTable(path: string, wish: FileWish, wording: Wording): Promise<Table | NoFile> {
  const place = await readPlace(path, wish.locale, wish.asOf)
  if (place === 'no-record-yet') return noRecordYet(wish)
  return place?.kind === 'document' && place.checklist
    ? workstreamTable('workstreams', place.checklist, wording)
    : nothingAt('the address of a list', path)
}

type ReadPlaced = (place: readonly string[], wish: FileWish, wording: Wording) => Promise<Table | NoFile>

/** The lists at an address below another page, by the first part of it. */
const PLACED: Readonly<Record<string, ReadPlaced>> = {
  docs: (place, wish, wording) => readChecklistTable(place.join('/'), wish, wording),
  evidence: readRecordsTable,
}

/** The list that a page shows, as CSV in its language. `path` is the page's address without the language. */
export async function readTable(wish: FileWish, path: readonly string[]): Promise<PortalFile | NoFile> {
  const wording = await wordingIn(wish.locale)
  const [first = '', ...rest] = path
  const address = path.join('/')
  const list = Object.hasOwn(LISTS, address) ? LISTS[address] : undefined
  const placed = Object.hasOwn(PLACED, first) ? PLACED[first] : undefined
  const table = list
    ? await list(wish, wording)
    : ((await placed?.(rest, wish, wording)) ?? nothingAt('the address of a list', address))
  if ('status' in table) return table
  return {
    type: 'text/csv; charset=utf-8',
    body: csvOf(table),
    saveAs: `mza-${table.name}-${wish.asOf.day}.${wish.locale}.csv`,
  }
}
