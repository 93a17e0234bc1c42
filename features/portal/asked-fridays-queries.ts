import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { fridayGrid } from '#features/checklist/friday-grid-rules.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'
import { parseTo, weekWindow } from '#features/checklist/week-window-rules.ts'
import type { AskedFridays } from '#features/portal/asked-fridays-model.ts'
import type { FileWish, NoFile } from '#features/portal/file-model.ts'
import { noRecordYet, nothingAt } from '#features/portal/file-rules.ts'

/** The Friday reports of the first checklist, in the weeks that the page shows for a file's `to`. */
export async function readAskedFridays(wish: FileWish): Promise<AskedFridays | NoFile> {
  const { day } = wish.asOf
  const given = wish.query.get('to') ?? undefined
  const to = parseTo(given, day)
  if (typeof to === 'string')
    return { status: 400, detail: `Expected a day up to ${day} as to, found ${JSON.stringify(given)}.` }
  const checklist = await readFirstChecklist(wish.locale, wish.asOf)
  if (checklist === null) return nothingAt('a checklist', 'none')
  if (checklist === 'no-record-yet') return noRecordYet(wish)
  const window = weekWindow(owedFridays(checklist.baselineDay, day), to.friday)
  if (!window) return noRecordYet(wish)
  return { checklist, window, grid: fridayGrid(checklist.workstreams, window.fridays, day) }
}
