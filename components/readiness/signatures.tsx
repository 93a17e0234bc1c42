import { useTranslations } from 'next-intl'
import { Code } from '#components/text/code.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { signatories } from '#features/document/signatory-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

const ROW = 'grid grid-cols-[14rem_1fr_1fr_7rem] gap-x-5'

/** Lines for those who sign a printed report; on a screen there is nothing to sign. */
export function Signatures({ page, document }: { page: PageContext; document: DocumentView }) {
  const t = useTranslations('report')
  const formatDay = useDayFormat()
  if (!page.portal) return null
  return (
    <section className="hidden break-inside-avoid pb-5 print:block">
      <h2 className="text-section">{t('signatures')}</h2>
      <p className="mt-1">{t('seen', { day: formatDay(page.asOf.day), revision: page.portal.revision })}</p>
      <p className={`${ROW} mt-2 text-small text-muted`}>
        {(['role', 'name', 'signature', 'date'] as const).map(column => (
          <span key={column}>{t(column)}</span>
        ))}
      </p>
      {signatories(document).map(role => (
        <p key={role} className={`${ROW} items-end pt-6`}>
          <Code>{role}</Code>
          <span className="border-b border-ink" />
          <span className="border-b border-ink" />
          <span className="border-b border-ink" />
        </p>
      ))}
    </section>
  )
}
