import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { readChecklist, readChecklistPaths } from '#features/checklist/checklist-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** Every checklist the reader may see as a day ended; `no-record-yet` where there are some, but none had begun. */
export async function readChecklists(
  locale: Locale,
  asOf: AsOf,
): Promise<readonly ChecklistView[] | 'no-record-yet'> {
  const paths = await readChecklistPaths()
  const found = (await Promise.all(paths.map(path => readChecklist(path, locale, asOf)))).filter(
    checklist => checklist !== null,
  )
  const begun = found.filter(checklist => checklist !== 'no-record-yet')
  return found.length > 0 && begun.length === 0 ? 'no-record-yet' : begun
}
