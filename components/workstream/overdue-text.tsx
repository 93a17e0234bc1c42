import { useTranslations } from 'next-intl'

/** By how many days a target date has passed; nothing where it has not. */
export function OverdueText({ days }: { days: number }) {
  const t = useTranslations('readiness')
  return days > 0 ? <span className="font-semibold text-blocked">{t('overdue', { days })}</span> : null
}
