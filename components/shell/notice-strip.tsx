import { useTranslations } from 'next-intl'
import { ViewAs } from '#components/shell/view-as.tsx'
import { isReviewed } from '#features/localization/locale-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Where the day of the page whose address follows is chosen. */
const AS_OF = '/as-of'

/** The notices that are always there: scope, read-only, authority, revision, day; and whose words are not reviewed yet. */
export function NoticeStrip({ page }: { page: PageContext }) {
  const t = useTranslations('notice')
  const scopes = useTranslations('scopes')
  const language = useTranslations('language')
  const { asOf, locale, path, portal, reader } = page
  const [year, month, dayOfMonth] = asOf.day.split('-').map(Number)
  return (
    <aside aria-label={t('label')} className="border-b border-line pt-2 pb-1 text-small text-muted">
      <ul className="[&>li]:inline [&>li:not(:last-child)]:after:content-['_·_']">
        <li>{t('scope', { scope: scopes(portal?.scope ?? reader?.scope ?? 'guest') })}</li>
        <li>{t('readOnly')}</li>
        <li>
          <time dateTime={asOf.day}>
            {t('asOf', { year: String(year), month: String(month), day: String(dayOfMonth) })}
          </time>
        </li>
        <li>{t('authority')}</li>
        <li>{portal ? t('revision', { revision: portal.revision }) : t('revisionUnknown')}</li>
        {!isReviewed(locale) && <li>{language('unreviewed')}</li>}
      </ul>
      {reader && <ViewAs page={page} reader={reader} />}
      {!asOf.isToday && (
        <p className="mt-1 font-semibold text-ink">
          {t('past')}{' '}
          <a href={pageHref({ ...page, asOf: { ...asOf, isToday: true } }, page.path)}>{t('today')}</a>
        </p>
      )}
      {portal && !path.startsWith(AS_OF) && (
        <p className="mt-1 print:hidden">
          <a href={pageHref(page, AS_OF + path)} className="inline-block py-1">
            {t('otherDay')}
          </a>
        </p>
      )}
    </aside>
  )
}
