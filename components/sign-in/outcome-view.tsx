import { useTranslations } from 'next-intl'
import { SIGN_IN_OUTCOMES, type SignInOutcome } from '#features/access/sign-in-outcome-model.ts'
import { signInHref } from '#features/portal/account-link-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import { STATUS_META } from '#features/portal/page-status-model.ts'

/** How signing in or out has ended, and what can be done next. */
export function OutcomeView({ page, outcome }: { page: PageContext; outcome: SignInOutcome }) {
  const t = useTranslations('signIn')
  const site = useTranslations('site')
  const problem = useTranslations('problem')
  return (
    <>
      <title>{site('title', { page: t(`outcome.${outcome}.title`) })}</title>
      <meta name="robots" content="noindex" />
      <meta name={STATUS_META} content={String(SIGN_IN_OUTCOMES[outcome])} />
      <h1 className="text-title">{t(`outcome.${outcome}.title`)}</h1>
      <p className="mt-4 max-w-prose text-lead">{t(`outcome.${outcome}.body`)}</p>
      <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        {page.canSignIn && (
          <li>
            <a href={signInHref(page)} rel="nofollow">
              {outcome === 'signed-out' ? t('begin') : t('again')}
            </a>
          </li>
        )}
        <li>
          <a href={pageHref(page, '/sign-in')}>{t('rolesOfScopes')}</a>
        </li>
        <li>
          <a href={pageHref(page, '')}>{problem('home')}</a>
        </li>
      </ul>
    </>
  )
}
