import { useFormatter, useTranslations } from 'next-intl'
import type { PageContext } from '#features/portal/page-model.ts'

export function SiteFooter({ page: { portal } }: { page: PageContext }) {
  const t = useTranslations('notice')
  const format = useFormatter()
  return (
    <footer className="border-t border-ink py-5 text-small text-muted">
      <h2 className="font-semibold text-ink">{t('about')}</h2>
      <p className="mt-2 max-w-prose">{t('readOnlyWhole')}</p>
      <p className="mt-2 max-w-prose">{t('authorityWhole')}</p>
      {portal && (
        <p className="mt-2">
          {t('revision', { revision: portal.revision })} ·{' '}
          {t('ingested', {
            when: format.dateTime(portal.ingestedAt, { dateStyle: 'long', timeStyle: 'short' }),
          })}
        </p>
      )}
      <p className="mt-2 print:hidden">
        <a href="/api/v1/openapi.json" className="inline-block py-1">
          {t('data')}
        </a>
      </p>
    </footer>
  )
}
