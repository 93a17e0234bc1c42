import { useTranslations } from 'next-intl'
import { BoundaryCounts } from '#components/evidence/boundary-counts.tsx'
import { ChecksList } from '#components/evidence/checks-list.tsx'
import { ClaimsTable } from '#components/evidence/claims-table.tsx'
import { Contradiction } from '#components/evidence/contradiction.tsx'
import { EvidenceTrail } from '#components/evidence/evidence-trail.tsx'
import { FileTable } from '#components/evidence/file-table.tsx'
import { RecordsSection } from '#components/evidence/records-section.tsx'
import { RunFacts } from '#components/evidence/run-facts.tsx'
import { WithheldNotes } from '#components/evidence/withheld-notes.tsx'
import { compareClaims } from '#features/evidence/claim-rules.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import { relatedRuns } from '#features/evidence/related-runs-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { ShownRecords } from '#features/evidence/shown-records-model.ts'
import { withheldOfRun } from '#features/evidence/withheld-evidence-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface RunPageViewProps {
  readonly page: PageContext
  readonly view: RunView
  /** Every run, the newest first. */
  readonly runs: readonly RunView[]
  readonly shown: ShownRecords
}

/** One run: what it claims, what its records say, what the checks found, and the records themselves. */
export function RunPageView({ page, view, runs, shown }: RunPageViewProps) {
  const t = useTranslations('evidence.one')
  return (
    <>
      <EvidenceTrail page={page} />
      <h1 className="text-title wrap-anywhere">{t('title', { runId: view.run.runId })}</h1>
      <Contradiction view={view} />
      <RunFacts page={page} view={view} related={relatedRuns(runs, view)} />
      <Part id="claims" title={t('claims')}>
        <ClaimsTable claims={compareClaims(view.run, view.counts)} />
      </Part>
      <Part id="checks" title={t('checks')}>
        <ChecksList page={page} view={view} runs={runs} />
      </Part>
      <Part id="boundaries" title={t('byBoundary')}>
        <BoundaryCounts page={page} view={view} />
      </Part>
      <Part id="files" title={t('files')}>
        {sightOn(page) === 'whole' && (
          <p className="mt-1 max-w-prose text-small text-muted">{t('filesNote')}</p>
        )}
        <WithheldNotes withheld={withheldOfRun(view, sightOn(page)).filter(({ what }) => what === 'files')} />
        <FileTable page={page} view={view} />
      </Part>
      <RecordsSection page={page} view={view} shown={shown} />
    </>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 print:mt-5">
      <h2 id={id} className="text-section">
        {title}
      </h2>
      {children}
    </section>
  )
}
