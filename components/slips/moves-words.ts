import { useWording } from '#components/text/wording.ts'
import type { TargetMoves } from '#features/checklist/target-move-model.ts'
import { movesCount, movesWords } from '#features/feed/moves-words-rules.ts'

/** How often a target date was moved which way, in words. */
export function useMovesCount(): (moves: TargetMoves) => string {
  const wording = useWording()
  return moves => movesCount(moves, wording)
}

/** The same with the date that the baseline had set. */
export function useMovesWords(): (moves: TargetMoves) => string {
  const wording = useWording()
  return moves => movesWords(moves, wording)
}
