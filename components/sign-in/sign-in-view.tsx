import { useTranslations } from 'next-intl'
import { RolesOfScopes } from '#components/sign-in/roles-of-scopes.tsx'
import { signInHref, signOutHref } from '#features/portal/account-link-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Who has signed in, or how to, and what it is good for. */
export function SignInView({ page }: { page: PageContext }) {
  const t = useTranslations('signIn')
  const scopes = useTranslations('scopes')
  const { reader, canSignIn } = page
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      {reader ? (
        <>
          <p className="mt-4 max-w-prose text-lead">
            {reader.name === null ? t('signedIn') : t('signedInAs', { name: reader.name })}{' '}
            {t('scope', { scope: scopes(reader.scope) })}
          </p>
          <h2 className="mt-6 text-section">{t('roles')}</h2>
          <ul className="mt-2">
            {reader.roles.map(role => (
              <li key={role}>{role}</li>
            ))}
          </ul>
          <p className="mt-4 max-w-prose">{t('ends')}</p>
          <p className="mt-2">
            <a href={signOutHref(page, reader)} rel="nofollow" className="inline-block py-1">
              {t('leave')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="mt-4 max-w-prose text-lead">{t('about')}</p>
          <p className="mt-4 max-w-prose text-lead">
            {canSignIn ? (
              <a href={signInHref(page)} rel="nofollow" className="inline-block py-1 font-semibold">
                {t('begin')}
              </a>
            ) : (
              t('off')
            )}
          </p>
        </>
      )}
      <RolesOfScopes />
    </>
  )
}
