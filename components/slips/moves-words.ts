import { useTranslations } from 'next-intl'
import { useDayFormat } from '#components/text/day.tsx'
import type { TargetMoves } from '#features/checklist/target-move-model.ts'

/** How often a target date was moved which way, in words. */
export function useMovesCount(): (moves: TargetMoves) => string {
  const t = useTranslations('slips')
  return ({ slips, broughtForward }) =>
    [slips > 0 && t('later', { count: slips }), broughtForward > 0 && t('earlier', { count: broughtForward })]
      .filter(words => words !== false)
      .join(', ')
}

/** The same with the date that the baseline had set. */
export function useMovesWords(): (moves: TargetMoves) => string {
  const t = useTranslations('slips')
  const count = useMovesCount()
  const formatDay = useDayFormat()
  return moves => t('originally', { moves: count(moves), day: formatDay(moves.original) })
}
