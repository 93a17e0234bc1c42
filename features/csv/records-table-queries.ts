import type { Cell, Table } from '#features/csv/csv-rules.ts'
import { recordRow, recordsTable } from '#features/csv/records-table-rules.ts'
import { askedOf, queryText, recordFilterOf } from '#features/evidence/asked-filter-rules.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import { MAX_CSV_RECORDS } from '#features/evidence/limits-model.ts'
import { readSight } from '#features/evidence/record-relation-queries.ts'
import { readRecords, readRunPlace } from '#features/evidence/records-queries.ts'
import { readRun } from '#features/evidence/runs-queries.ts'
import { isBeyond, unshownRecords, withheldOfRecords } from '#features/evidence/withheld-evidence-rules.ts'
import { withheldWords } from '#features/evidence/withheld-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish, NoFile } from '#features/portal/file-model.ts'
import { nothingAt } from '#features/portal/file-rules.ts'
import { twinHref } from '#features/portal/form-rules.ts'

/** Records held in memory at a time: each may have 64 KiB. */
const AT_A_TIME = 100

/** The records of a run that a filter leaves, as far as one table goes. `place` is `{environment}/{runId}`. */
export async function readRecordsTable(
  place: readonly string[],
  wish: FileWish,
  wording: Wording,
): Promise<Table | NoFile> {
  const [environment = '', runId = '', ...others] = place
  const view = others.length > 0 ? null : await readRun(environment, runId, wish.asOf)
  const found = view && (await readRunPlace(runId))
  if (!view || !found) return nothingAt('the address of a list', place.join('/'))
  const asked = askedOf(() => recordFilterOf(wish.query))
  if ('malformed' in asked) return { status: 400, detail: asked.malformed }
  const { after, ...filter } = asked
  const sight = await readSight()
  if (isBeyond(filter, sight)) return nothingAt('the address of a list', place.join('/'))
  const rows: (readonly Cell[])[] = []
  let next: number | null = after
  let unshown = 0
  while (next !== null && rows.length < MAX_CSV_RECORDS) {
    const page = await readRecords(found, filter, next, AT_A_TIME)
    rows.push(...page.records.map(recordRow))
    next = page.next
    unshown += page.unshown
  }
  const rest =
    next === null
      ? null
      : wish.origin +
        twinHref(wish, runPath(view.environment, runId), 'csv', queryText({ ...filter, after: next }))
  const withheld = [...withheldOfRecords(view.records, sight), ...unshownRecords(unshown)]
  const words = withheld.map(part => withheldWords(part, wording))
  return recordsTable(rows, rest, words, wording)
}
