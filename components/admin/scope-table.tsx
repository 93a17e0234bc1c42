import { useLocale, useTranslations } from 'next-intl'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { Code } from '#components/text/code.tsx'
import { CONTENT_CLASSES, VISIBLE_TO } from '#features/access/class-model.ts'
import { ROLES } from '#features/access/role-model.ts'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { scopeOf } from '#features/access/scope-rules.ts'
import { capitalized } from '#features/localization/join-rules.ts'

/** Which class each scope sees, and which roles give it. */
export function ScopeTable() {
  const t = useTranslations('admin.access')
  const scopes = useTranslations('scopes')
  const locale = useLocale()
  return (
    <FoldingTable
      label={t('scopes')}
      columns={[t('scope'), ...CONTENT_CLASSES, t('roles')]}
      rows={SCOPES.map(scope => ({
        key: scope,
        cells: [
          capitalized(scopes(scope), locale),
          ...CONTENT_CLASSES.map(contentClass => (
            <Seen key={contentClass} isSeen={VISIBLE_TO[contentClass].includes(scope)} />
          )),
          <Roles key="roles" scope={scope} />,
        ],
      }))}
    />
  )
}

/** By shape and word: a disc is seen, a ring is not. */
function Seen({ isSeen }: { isSeen: boolean }) {
  const t = useTranslations('admin.access')
  return (
    <span className={`inline-flex items-center gap-1.5 ${isSeen ? 'text-done' : 'text-muted'}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" className="shrink-0">
        <circle
          cx="8"
          cy="8"
          r="6"
          fill={isSeen ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.8"
        />
      </svg>
      {isSeen ? t('sees') : t('hidden')}
    </span>
  )
}

function Roles({ scope }: { scope: Scope }) {
  const t = useTranslations('signIn')
  if (scope === 'guest') return t('withoutRole')
  return (
    <ul className="text-small">
      {ROLES.filter(role => scopeOf([role]) === scope).map(role => (
        <li key={role}>
          <Code>{role}</Code>
        </li>
      ))}
    </ul>
  )
}
