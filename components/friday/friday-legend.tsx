import { useTranslations } from 'next-intl'
import { FridayMark } from '#components/friday/friday-mark.tsx'
import { FRIDAY_STATES } from '#features/checklist/workstream-model.ts'

/** Which shape means which state. */
export function FridayLegend() {
  const t = useTranslations()
  return (
    <ul aria-label={t('friday.legend')} className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-small">
      {FRIDAY_STATES.map(state => (
        <li key={state} className="flex items-center gap-2">
          <svg width="20" height="20" aria-hidden="true" className="shrink-0">
            <FridayMark state={state} at={50} />
          </svg>
          {t(`workstream.fridayState.${state}`)}
        </li>
      ))}
    </ul>
  )
}
