import { useTranslations } from 'next-intl'
import { signInHref, signOutHref } from '#features/portal/account-link-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

const LINK = 'inline-block py-1.5 text-ink no-underline hover:underline'

/** The way in, or who is in and the way out; nothing where nobody can sign in. */
export function Account({ page }: { page: PageContext }) {
  const t = useTranslations('signIn')
  const { reader, canSignIn } = page
  if (!canSignIn) return null
  return (
    <nav aria-label={t('account')}>
      <ul className="flex flex-wrap gap-x-4">
        {reader ? (
          <>
            <li>
              <a href={pageHref(page, '/sign-in')} className={LINK}>
                {/* A name is cut at its own end, whichever way the page runs. */}
                <bdi className="inline-block max-w-60 truncate align-bottom">
                  {reader.name ?? t('account')}
                </bdi>
              </a>
            </li>
            <li>
              <a href={signOutHref(page, reader)} rel="nofollow" className={LINK}>
                {t('leave')}
              </a>
            </li>
          </>
        ) : (
          <li>
            <a href={signInHref(page)} rel="nofollow" className={LINK}>
              {t('begin')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
