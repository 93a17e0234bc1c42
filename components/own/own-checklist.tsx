import { useTranslations } from 'next-intl'
import { OwnCommands } from '#components/own/own-commands.tsx'
import { OwnWorkstream } from '#components/own/own-workstream.tsx'
import { Authored } from '#components/text/authored.tsx'
import type { OwnerRole } from '#features/access/role-model.ts'
import type { OwnChecklist } from '#features/checklist/own-work-model.ts'
import { isReviewOwnedBy } from '#features/checklist/own-work-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface OwnChecklistProps {
  readonly page: PageContext
  readonly own: OwnChecklist
  readonly roles: readonly OwnerRole[]
}

/** What a reader owns of one checklist, and how to report on it. */
export function OwnChecklistView({ page, own, roles }: OwnChecklistProps) {
  const t = useTranslations()
  const { checklist, workstreams, expected } = own
  const { document } = checklist
  return (
    <>
      <p className="mt-4 text-small text-muted">
        {t('readiness.checklist')}{' '}
        <a href={pageHref(page, `/docs/${document.path}`)} className="inline-block py-0.5">
          <Authored text={document.title} locale={page.locale} />
        </a>
      </p>
      {isReviewOwnedBy(document, roles) && (
        <p className="font-semibold text-blocked">{t('own.review', { days: document.reviewOverdueDays })}</p>
      )}
      <ul className="mt-1">
        {workstreams.map(workstream => (
          <OwnWorkstream
            key={workstream.number}
            page={page}
            checklist={checklist}
            workstream={workstream}
            {...(expected === undefined ? {} : { expected })}
          />
        ))}
      </ul>
      {expected !== undefined && <OwnCommands own={own} expected={expected} />}
    </>
  )
}
