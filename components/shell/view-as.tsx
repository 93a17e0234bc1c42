import { useTranslations } from 'next-intl'
import type { Reader } from '#features/access/reader-model.ts'
import { lesserScopes } from '#features/access/scope-rules.ts'
import { viewAsHref } from '#features/portal/account-link-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** The page that has those ways in its body. */
const ACCOUNT = '/sign-in'

/** That somebody looks through the eyes of a lesser scope, with the way back; else the ways there, for who may. */
export function ViewAs({ page, reader }: { page: PageContext; reader: Reader }) {
  const t = useTranslations('viewAs')
  const scopes = useTranslations('scopes')
  if (reader.viewAs === undefined)
    return page.path === ACCOUNT ? null : <ViewAsLinks page={page} reader={reader} />
  return (
    <div className="mt-2 mb-1 border-2 border-ink bg-raised px-3 py-2 text-ink">
      <p>
        <strong>{t('viewing', { scope: scopes(reader.viewAs) })}</strong> {t('about')}
      </p>
      <p className="print:hidden">
        <a
          href={viewAsHref(page, reader, 'admin')}
          rel="nofollow"
          className="inline-block py-1 font-semibold"
        >
          {t('back', { scope: scopes('admin') })}
        </a>
      </p>
    </div>
  )
}

/** The scopes through whose eyes somebody may look; nothing for whoever may not. */
export function ViewAsLinks({ page, reader }: { page: PageContext; reader: Reader }) {
  const t = useTranslations('viewAs')
  const scopes = useTranslations('scopes')
  const lesser = lesserScopes(reader.roles)
  if (lesser.length === 0) return null
  return (
    <nav aria-label={t('title')} className="mt-1 flex flex-wrap gap-x-4 print:hidden">
      <span className="py-1">{t('as')}</span>
      <ul className="flex flex-wrap gap-x-4">
        {lesser.map(scope => (
          <li key={scope}>
            <a
              href={viewAsHref(page, reader, scope)}
              rel="nofollow"
              aria-current={reader.viewAs === scope ? 'true' : undefined}
              className="inline-block py-1 aria-[current=true]:font-semibold"
            >
              {scopes(scope)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
