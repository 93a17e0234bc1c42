import { parseAskedSpan } from '#features/api/changes-resource-rules.ts'
import { Refusal } from '#features/api/problem-model.ts'
import { asOfEnd, readChanges } from '#features/checklist/changes-queries.ts'
import type { AskedChanges } from '#features/portal/asked-changes-model.ts'
import type { FileWish, NoFile } from '#features/portal/file-model.ts'
import { noRecordYet } from '#features/portal/file-rules.ts'

/** What changed in the span that a file's `from` and `to` name. */
export async function readAskedChanges(wish: FileWish): Promise<AskedChanges | NoFile> {
  const span = parseAskedSpan(wish.query, wish)
  if (span instanceof Refusal) return { status: 400, detail: span.detail }
  const checklists = await readChanges(span, wish.locale, wish.asOf)
  return checklists === 'no-record-yet'
    ? noRecordYet({ ...wish, asOf: asOfEnd(span, wish.asOf) })
    : { span, checklists }
}
