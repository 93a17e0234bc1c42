import { useTranslations } from 'next-intl'
import { useWording } from '#components/text/wording.ts'
import { ROLES } from '#features/access/role-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { scopeOf } from '#features/access/scope-rules.ts'
import { capitalized, listed } from '#features/localization/join-rules.ts'

/** What each role lets its holder be. */
export function RolesOfScopes() {
  const t = useTranslations('signIn')
  const scopes = useTranslations('scopes')
  const wording = useWording()
  return (
    <section aria-labelledby="roles-of-scopes" className="mt-10 max-w-prose">
      <h2 id="roles-of-scopes" className="text-section">
        {t('rolesOfScopes')}
      </h2>
      <dl className="mt-3">
        {SCOPES.map(scope => (
          <div key={scope} className="border-t border-line py-2 sm:flex sm:gap-x-4">
            <dt className="font-semibold sm:w-48 sm:shrink-0">
              {capitalized(scopes(scope), wording.locale)}
            </dt>
            <dd className="wrap-anywhere">
              {scope === 'guest'
                ? t('withoutRole')
                : listed(
                    ROLES.filter(role => scopeOf([role]) === scope),
                    wording,
                  )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
