import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { MappedWorkstream } from '#features/evidence/mapping-model.ts'

/**
 * The checks of a workstream by the acceptance items that they bear on.
 * @param items how many its section has; what is mapped to others bears on none
 */
export function checksByItem(
  mapped: MappedWorkstream,
  items: number,
): { ofItem: (item: number) => readonly CheckCode[]; ofNone: readonly CheckCode[] } {
  const known = new Map(
    mapped.items.filter(({ item }) => item <= items).map(({ item, checks }) => [item, checks]),
  )
  const bearing = new Set([...known.values()].flat())
  return {
    ofItem: item => known.get(item) ?? [],
    ofNone: mapped.checks.filter(check => !bearing.has(check)),
  }
}
