import { isTrackerTable } from '#features/checklist/tracker-table-rules.ts'
import type { ShownSection, TitledTrackerRow } from '#features/document/document-view-model.ts'
import { behindOf } from '#features/localization/drift-rules.ts'

/** The rows of a tracker with how far their titles are behind: as far as the section that the table stands in. */
export function titledAsTracked(
  rows: readonly TitledTrackerRow[],
  sections: readonly ShownSection[],
): TitledTrackerRow[] {
  const own = sections.find(({ nodes }) => nodes.some(isTrackerTable))
  const behind = own?.drift ? behindOf(own.drift) : 0
  return rows.map(row =>
    behind === 0 || row.title.lang !== own?.lang ? row : { ...row, title: { ...row.title, behind } },
  )
}
