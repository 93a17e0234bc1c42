import { useTranslations } from 'next-intl'
import { useDayFormat } from '#components/text/day.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'

/** Where statuses and dates come from while the document has no change log. */
export function BaselineNote({ checklist }: { checklist: ChecklistView }) {
  const t = useTranslations('readiness')
  const formatDay = useDayFormat()
  if (!checklist.isBaselineImplied) return null
  return (
    <p className="mt-3 max-w-prose text-small text-muted">
      {t('baseline', { day: formatDay(checklist.baselineDay) })}
    </p>
  )
}
