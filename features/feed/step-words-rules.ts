import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { Step } from '#features/checklist/step-model.ts'
import type { Wording } from '#features/localization/wording.ts'

/** What a line of the ledger changed, in sentences: "Work was blocked. The target date was moved later: … → …." */
export function stepWords({ line, previous, kinds }: Step, { t, day }: Wording): string {
  const dates = { from: day((previous ?? line).targetDate), to: day(line.targetDate) }
  return kinds.map(kind => t(`history.kind.${kind}`, dates)).join(' ')
}

/** That a line came into the history later than it says, where it did. */
export const enteredLater = ({ line, isEnteredLater }: Step, { t, day }: Wording): string[] =>
  isEnteredLater && line.enteredAt !== null
    ? [t('history.enteredLater', { day: day(dayInTbilisi(new Date(line.enteredAt))) })]
    : []
