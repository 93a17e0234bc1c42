import { useTranslations } from 'next-intl'
import { DayText, useDayFormat } from '#components/text/day.tsx'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import { silenceOf } from '#features/checklist/silence-rules.ts'

/** When the newest report was made, and how long ago that is; or that there was none. */
export function SilenceText({ workstream, day }: { workstream: WorkstreamView; day: Day }) {
  const t = useTranslations('own')
  const formatDay = useDayFormat()
  const { since, days, hasReported } = silenceOf(workstream, day)
  if (!hasReported) return t('never', { day: formatDay(since) })
  return (
    <>
      <DayText day={since} /> <span className="text-muted">({t('since', { days })})</span>
    </>
  )
}
