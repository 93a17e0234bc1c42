import { isHolding, withheldClass } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { TargetMove, TargetMoves } from '#features/checklist/target-move-model.ts'

/**
 * Every move of a workstream's target date, later or earlier: one that came back to where it was has moved too.
 * @param lines of one workstream, baseline included, in the order of the fold
 * @returns null where the date stands as the baseline set it
 */
export function targetMoves(lines: readonly RecordedLine[]): TargetMoves | null {
  const holding = lines.filter(isHolding)
  const moves = holding.flatMap((line, index): TargetMove[] => {
    const { hash, recordedAt, by, targetDate: to, reason = null } = line
    const from = holding[index - 1]?.targetDate ?? to
    const withheld = withheldClass(line, 'reason')
    return from === to ? [] : [{ hash, recordedAt, by, from, to, reason, withheld }]
  })
  const [first] = moves
  if (!first) return null
  const slips = moves.filter(({ from, to }) => from < to).length
  return { original: first.from, slips, broughtForward: moves.length - slips, moves }
}

/** The newest moves, the oldest of them first, as far as there is room, and how many there were before. */
export const newestMoves = (
  { moves }: TargetMoves,
  room: number,
): { readonly newest: readonly TargetMove[]; readonly earlier: number } => ({
  newest: moves.slice(-room),
  earlier: Math.max(0, moves.length - room),
})
