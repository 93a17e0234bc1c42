import { useTranslations } from 'next-intl'

/** Whether an acceptance item is met: a drawn box with a name, not a form control that nobody can use. */
export function TaskMark({ met }: { met: boolean }) {
  const t = useTranslations('document')
  return (
    <svg
      role="img"
      aria-label={met ? t('met') : t('notMet')}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      className={`task-mark ${met ? 'text-done' : 'text-muted'}`}
    >
      <rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="currentColor" strokeWidth="1.4" />
      {met && <path d="m4 8.2 2.8 2.8L12 5.2" fill="none" stroke="currentColor" strokeWidth="2" />}
    </svg>
  )
}
