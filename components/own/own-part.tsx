import { useTranslations } from 'next-intl'
import { OwnChecklistView } from '#components/own/own-checklist.tsx'
import { OwnDuties } from '#components/own/own-duties.tsx'
import { Code } from '#components/text/code.tsx'
import { Named } from '#components/text/named.tsx'
import type { OwnWork } from '#features/checklist/own-work-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** What an owner comes for first: the reports owed this Friday and by when, their workstreams, what contradicts them. */
export function OwnPart({ page, work }: { page: PageContext; work: OwnWork }) {
  const t = useTranslations('own')
  const { roles, checklists } = work
  return (
    <section aria-labelledby="own" className="mt-3 mb-6 border-y-2 border-ink py-4 print:mb-3 print:py-2">
      <h2 id="own" className="text-section">
        {t('title')}
      </h2>
      <p className="text-small text-muted">
        <Named>{t('roles', { count: roles.length })}</Named>{' '}
        {roles.map(role => (
          <span key={role} className="me-3 inline-block">
            <Code>{role}</Code>
          </span>
        ))}
      </p>
      {checklists.length === 0 ? (
        <p className="mt-2">{t('nothing', { count: roles.length })}</p>
      ) : (
        <>
          <OwnDuties page={page} work={work} />
          {checklists.map(own => (
            <OwnChecklistView key={own.checklist.document.path} page={page} own={own} roles={roles} />
          ))}
        </>
      )}
    </section>
  )
}
