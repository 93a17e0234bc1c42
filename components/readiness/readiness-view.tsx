import { useTranslations } from 'next-intl'
import { AuthorityNote } from '#components/document/authority-note.tsx'
import { Answers } from '#components/readiness/answers.tsx'
import { Blockers } from '#components/readiness/blockers.tsx'
import { Duties } from '#components/readiness/duties.tsx'
import { Reasons } from '#components/readiness/reasons.tsx'
import { ReportFacts } from '#components/readiness/report-facts.tsx'
import { Signatures } from '#components/readiness/signatures.tsx'
import { Timeline } from '#components/readiness/timeline.tsx'
import { Unbacked } from '#components/readiness/unbacked.tsx'
import { WorkstreamTable } from '#components/readiness/workstream-table.tsx'
import { Authored } from '#components/text/authored.tsx'
import { BaselineNote } from '#components/workstream/baseline-note.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** What the first page shows everyone, below its title: the verdict, what stands in the way, who owes what, and the twelve workstreams. */
export function ReadinessView({ page, checklist }: { page: PageContext; checklist: ChecklistView }) {
  const t = useTranslations('readiness')
  return (
    <>
      <Answers page={page} checklist={checklist} />
      <p className="mt-3 text-small text-muted">
        {t('checklist')}{' '}
        <a href={pageHref(page, `/docs/${checklist.document.path}`)} className="inline-block py-0.5">
          <Authored text={checklist.document.title} locale={page.locale} />
        </a>
      </p>
      <ReportFacts document={checklist.document} />
      <div className="mt-2 text-small">
        <AuthorityNote document={checklist.document} page={page} />
      </div>
      <div className="mt-8 space-y-12 print:space-y-6">
        <Unbacked page={page} checklist={checklist} />
        <div className="grid gap-10 lg:grid-cols-2">
          <Blockers page={page} checklist={checklist} />
          <Reasons checklist={checklist} />
        </div>
        <Duties page={page} checklist={checklist} />
        <Timeline page={page} checklist={checklist} />
        <section aria-labelledby="workstreams">
          <h2 id="workstreams" className="mb-2 text-section">
            {t('table.title')}
          </h2>
          <WorkstreamTable page={page} checklist={checklist} withEvidence />
          <BaselineNote checklist={checklist} />
        </section>
        <Signatures page={page} document={checklist.document} />
      </div>
    </>
  )
}
