import type { TargetMoves } from '#features/checklist/target-move-model.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** How often a target date was moved which way. */
export const movesCount = ({ slips, broughtForward }: TargetMoves, wording: Wording): string =>
  listed(
    [
      ...(slips > 0 ? [wording.t('slips.later', { count: slips })] : []),
      ...(broughtForward > 0 ? [wording.t('slips.earlier', { count: broughtForward })] : []),
    ],
    wording,
  )

/** The same with the date that the baseline had set. */
export const movesWords = (moves: TargetMoves, wording: Wording): string =>
  wording.t('slips.originally', { moves: movesCount(moves, wording), day: wording.day(moves.original) })
