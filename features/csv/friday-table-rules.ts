import { behindCell } from '#features/csv/behind-cell-rules.ts'
import type { Table } from '#features/csv/csv-rules.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { AskedFridays } from '#features/portal/asked-fridays-model.ts'

const COLUMNS = [
  'reportsFor',
  'number',
  'workstream',
  'lang',
  'authority',
  'owner',
  'fridayCode',
  'friday',
  'behind',
] as const

/** The Friday reports, a row a workstream and week. */
export function fridayTable({ checklist, grid }: AskedFridays, wording: Wording): Table {
  const { authoritativeLocale } = checklist.document.standing
  const rows = grid.rows.flatMap(({ workstream: { number, title, ownerRole }, states }) =>
    states.map((state, index) => [
      grid.fridays[index] ?? null,
      number,
      title.text,
      title.lang,
      authorityWords(title.authority, wording, authoritativeLocale),
      ownerRole,
      state,
      wording.t(`workstream.fridayState.${state ?? 'none'}`),
      behindCell(title, wording),
    ]),
  )
  return { name: 'friday', rows: [COLUMNS.map(column => wording.t(`csv.${column}`)), ...rows] }
}
