import type { TargetMoves } from '#features/checklist/target-move-model.ts'
import type { Wording } from '#features/localization/wording.ts'

/** How often a target date was moved which way. */
export const movesCount = ({ slips, broughtForward }: TargetMoves, { t }: Wording): string =>
  [
    ...(slips > 0 ? [t('slips.later', { count: slips })] : []),
    ...(broughtForward > 0 ? [t('slips.earlier', { count: broughtForward })] : []),
  ].join(', ')

/** The same with the date that the baseline had set. */
export const movesWords = (moves: TargetMoves, wording: Wording): string =>
  wording.t('slips.originally', { moves: movesCount(moves, wording), day: wording.day(moves.original) })
