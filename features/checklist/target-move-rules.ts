import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { TargetMove, TargetMoves } from '#features/checklist/target-move-model.ts'

/**
 * Every move of a workstream's target date, later or earlier: one that came back to where it was has moved too.
 * @param lines of one workstream, baseline included, in the order of the fold
 * @returns null where the date stands as the baseline set it
 */
export function targetMoves(lines: readonly RecordedLine[]): TargetMoves | null {
  const moves = lines.flatMap(
    ({ hash, recordedAt, by, targetDate: to, reason = null }, index): TargetMove[] => {
      const from = lines[index - 1]?.targetDate ?? to
      return from === to ? [] : [{ hash, recordedAt, by, from, to, reason }]
    },
  )
  const [first] = moves
  if (!first) return null
  const slips = moves.filter(({ from, to }) => from < to).length
  return { original: first.from, slips, broughtForward: moves.length - slips, moves }
}
