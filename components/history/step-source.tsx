import { useTranslations } from 'next-intl'
import { Code } from '#components/text/code.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import { MomentText } from '#components/text/moment.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { Step } from '#features/checklist/step-model.ts'

/** When a line was recorded and by whom; and, where that was later, when it was entered. */
export function StepSource({ step: { line, isEnteredLater } }: { step: Step }) {
  const t = useTranslations('history')
  const formatDay = useDayFormat()
  return (
    <>
      <MomentText instant={new Date(line.recordedAt)} /> · <Code>{line.by}</Code>
      {isEnteredLater && line.enteredAt && (
        <span className="block font-semibold text-ink">
          {t('enteredLater', { day: formatDay(dayInTbilisi(new Date(line.enteredAt))) })}
        </span>
      )}
    </>
  )
}
