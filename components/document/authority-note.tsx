import { useTranslations } from 'next-intl'
import { useDayFormat } from '#components/text/day.tsx'
import { nameOf, ownName } from '#components/text/language-name.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { isLocale } from '#features/localization/locale-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** What the text on this page counts for, whether it is approved, and where the prevailing one is. */
export function AuthorityNote({ document, page }: { document: DocumentView; page: PageContext }) {
  const t = useTranslations('document')
  const formatDay = useDayFormat()
  const { standing, metadata } = document
  const prevailing = standing.authoritativeLocale
  return (
    <div className="max-w-prose border-s-4 border-accent ps-4">
      <p>
        <strong>
          {t(`authority.${standing.authority}`, { language: nameOf(prevailing, page.locale) })}.
        </strong>{' '}
        {standing.approved && metadata.approvedBy && metadata.approvedOn
          ? t('approved', { role: metadata.approvedBy, day: formatDay(metadata.approvedOn) })
          : t('notApproved')}
      </p>
      {standing.lang !== page.locale && (
        <p>{t('otherLanguage', { language: nameOf(standing.lang, page.locale) })}</p>
      )}
      {standing.isLaterThanAsked && <p>{t('laterText')}</p>}
      {standing.authority !== 'authoritative' && isLocale(prevailing) && (
        <p>
          <a
            href={pageHref({ ...page, locale: prevailing }, page.path)}
            hrefLang={prevailing}
            className="inline-block py-0.5"
          >
            {t('readPrevailing')} (<span lang={prevailing}>{ownName(prevailing)}</span>)
          </a>
        </p>
      )}
    </div>
  )
}
