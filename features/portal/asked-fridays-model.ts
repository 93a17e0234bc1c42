import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { FridayGrid, WeekWindow } from '#features/checklist/friday-grid-model.ts'

/** The Friday reports of a checklist in some weeks. */
export interface AskedFridays {
  readonly checklist: ChecklistView
  readonly grid: FridayGrid<WorkstreamView>
  readonly window: WeekWindow
}
