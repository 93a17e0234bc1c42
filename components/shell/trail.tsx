import { useTranslations } from 'next-intl'

/** Where a page stands: list items, from the widest. */
export function Trail({ children }: { children: React.ReactNode }) {
  const t = useTranslations('site')
  return (
    <nav aria-label={t('path')} className="mb-2 text-small">
      <ol className="flex flex-wrap gap-x-2 [&>li+li]:before:me-2 [&>li+li]:before:text-muted [&>li+li]:before:content-['/']">
        {children}
      </ol>
    </nav>
  )
}
