import { useTranslations } from 'next-intl'
import { ViewAsLinks } from '#components/shell/view-as.tsx'
import { RolesOfScopes } from '#components/sign-in/roles-of-scopes.tsx'
import { lesserScopes, scopeOf } from '#features/access/scope-rules.ts'
import { signInHref, signOutHref } from '#features/portal/account-link-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Who has signed in, or how to, and what it is good for. */
export function SignInView({ page }: { page: PageContext }) {
  const t = useTranslations('signIn')
  const scopes = useTranslations('scopes')
  const viewAs = useTranslations('viewAs')
  const { reader, canSignIn } = page
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      {reader ? (
        <>
          <p className="mt-4 max-w-prose text-lead">
            {reader.name === null ? t('signedIn') : t('signedInAs', { name: reader.name })}{' '}
            {t('scope', { scope: scopes(scopeOf(reader.roles)) })}
          </p>
          <h2 className="mt-6 text-section">{t('roles')}</h2>
          <ul className="mt-2">
            {reader.roles.map(role => (
              <li key={role}>{role}</li>
            ))}
          </ul>
          {lesserScopes(reader.roles).length > 0 && (
            <section aria-labelledby="view-as" className="mt-6 max-w-prose">
              <h2 id="view-as" className="text-section">
                {viewAs('title')}
              </h2>
              <p className="mt-2">{viewAs('ways')}</p>
              <ViewAsLinks page={{ ...page, path: '' }} reader={reader} />
            </section>
          )}
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
