import { useTranslations } from 'next-intl'
import { useWording } from '#components/text/wording.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

export function SiteFooter({ page }: { page: PageContext }) {
  const { portal } = page
  const t = useTranslations('notice')
  const glossary = useTranslations('glossary')
  const { moment } = useWording()
  return (
    <footer className="border-t border-ink py-5 text-small text-muted">
      <h2 className="font-semibold text-ink">{t('about')}</h2>
      <p className="mt-2 max-w-prose">{t('readOnlyWhole')}</p>
      <p className="mt-2 max-w-prose">{t('authorityWhole')}</p>
      {portal && (
        <p className="mt-2">
          {t('revision', { revision: portal.revision })} ·{' '}
          {t('ingested', { when: moment(portal.ingestedAt) })}
        </p>
      )}
      <p className="mt-2 flex flex-wrap gap-x-6 print:hidden">
        <a href={pageHref(page, '/glossary')} className="inline-block py-1">
          {glossary('title')}
        </a>
        <a href="/api/v1/openapi.json" className="inline-block py-1">
          {t('data')}
        </a>
      </p>
    </footer>
  )
}
