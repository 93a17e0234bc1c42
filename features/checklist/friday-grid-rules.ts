import type { Day } from '#features/checklist/calendar-model.ts'
import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { isHolding, recordedTime } from '#features/checklist/fold-rules.ts'
import type { FridayGrid, FridayRow, Reporter, Shortfall } from '#features/checklist/friday-grid-model.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { FridayState } from '#features/checklist/workstream-model.ts'

/**
 * Each workstream's state for each Friday, as `fridayState` has it, as known at the end of a day in Tbilisi. Of a long
 * ledger a Friday is judged by three kinds of lines alone: the first, the one that holds by then, those that report for it.
 */
export function fridayGrid<Workstream extends Reporter>(
  workstreams: readonly Workstream[],
  fridays: readonly Day[],
  asOf: Day,
): FridayGrid<Workstream> {
  const known = endOfDay(asOf).getTime()
  const ends = fridays.map(friday => Math.min(endOfDay(friday).getTime(), known))
  const rows = workstreams.map((workstream): FridayRow<Workstream> => {
    const { lines } = workstream
    const holding = lines.filter(isHolding)
    const times = holding.map(recordedTime)
    const byFriday = Map.groupBy(lines, line => line.for)
    const states = fridays.map((friday, index) => {
      const held = holding[times.findLastIndex(time => time <= (ends[index] ?? 0))]
      const judged = new Set([...lines.slice(0, 1), ...(held ? [held] : []), ...(byFriday.get(friday) ?? [])])
      return fridayState([...judged], friday, asOf)
    })
    return { workstream, states }
  })
  return { fridays, rows }
}

/** How often each state occurs. */
export const countStates = (states: readonly (FridayState | null)[]): ReadonlyMap<FridayState, number> => {
  const counts = new Map<FridayState, number>()
  for (const state of states) if (state) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}

/** Who missed reports or made them late, the most missed first; who did neither is not listed. */
export function shortfalls(grid: FridayGrid<Reporter>): Shortfall[] {
  const byRole = Map.groupBy(grid.rows, row => row.workstream.ownerRole)
  return [...byRole]
    .map(([ownerRole, rows]) => {
      const counts = countStates(rows.flatMap(row => row.states))
      return { ownerRole, missed: counts.get('missed') ?? 0, late: counts.get('late') ?? 0 }
    })
    .filter(({ missed, late }) => missed + late > 0)
    .toSorted((a, b) => b.missed - a.missed || b.late - a.late || (a.ownerRole < b.ownerRole ? -1 : 1))
}
