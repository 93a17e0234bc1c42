import type { TargetMoves } from '#features/checklist/target-move-model.ts'
import type { Wording } from '#features/localization/wording.ts'

/** How often a target date was moved which way, and what it was first. */
export function movesWords({ slips, broughtForward, original }: TargetMoves, { t, day }: Wording): string {
  const moves = [
    ...(slips > 0 ? [t('slips.later', { count: slips })] : []),
    ...(broughtForward > 0 ? [t('slips.earlier', { count: broughtForward })] : []),
  ].join(', ')
  return t('slips.originally', { moves, day: day(original) })
}
