import { useTranslations } from 'next-intl'
import { CompareForm } from '#components/evidence/compare-form.tsx'
import { ComparedChecks } from '#components/evidence/compared-checks.tsx'
import { ComparedRuns } from '#components/evidence/compared-runs.tsx'
import { EvidenceTrail } from '#components/evidence/evidence-trail.tsx'
import { WithheldNotes } from '#components/evidence/withheld-notes.tsx'
import type { Comparison } from '#features/evidence/comparison-rules.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { withheldOfComparison } from '#features/evidence/withheld-evidence-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface CompareViewProps {
  readonly page: PageContext
  /** Every run, the newest first. */
  readonly runs: readonly RunView[]
  readonly comparison: Comparison
}

/** Two runs or two environments side by side: their checks, and where their runs differ. */
export function CompareView({ page, runs, comparison }: CompareViewProps) {
  const t = useTranslations('evidence.compare')
  const { a, b } = comparison
  return (
    <>
      <EvidenceTrail page={page} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 text-lead wrap-anywhere">{t('sides', { a: a.name, b: b.name })}</p>
      <p className="mt-1 max-w-prose text-muted">{t('lead')}</p>
      <details className="mt-3 print:hidden">
        <summary className="w-fit cursor-pointer py-1">{t('open')}</summary>
        <CompareForm page={page} runs={runs} chosen={{ a: a.name, b: b.name }} />
      </details>
      <section aria-labelledby="checks" className="mt-8">
        <h2 id="checks" className="text-section">
          {t('checks')}
        </h2>
        <div className="mt-2">
          <ComparedChecks page={page} comparison={comparison} />
        </div>
      </section>
      <section aria-labelledby="profile" className="mt-10">
        <h2 id="profile" className="text-section">
          {t('profile')}
        </h2>
        <ComparedRuns comparison={comparison} />
        <WithheldNotes withheld={withheldOfComparison(comparison, sightOn(page))} />
      </section>
    </>
  )
}
