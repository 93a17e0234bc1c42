import { useTranslations } from 'next-intl'
import { CompareForm } from '#components/evidence/compare-form.tsx'
import { MatrixTable } from '#components/evidence/matrix-table.tsx'
import { RunFilterForm } from '#components/evidence/run-filter-form.tsx'
import { RunsTable } from '#components/evidence/runs-table.tsx'
import { TrendDrawing } from '#components/evidence/trend-drawing.tsx'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import { matrixOf } from '#features/evidence/matrix-rules.ts'
import type { RunFilter } from '#features/evidence/run-filter-model.ts'
import type { RunPage } from '#features/evidence/run-page-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface EvidenceViewProps {
  readonly page: PageContext
  /** Every run, the newest first. */
  readonly runs: readonly RunView[]
  readonly filter: RunFilter & { readonly after: string | null }
  /** Those that the filter leaves, as far as this page lists them. */
  readonly listed: RunPage
}

/** What the checks found last in each environment, and in every run. */
export function EvidenceView({ page, runs, filter, listed }: EvidenceViewProps) {
  const t = useTranslations('evidence')
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 max-w-prose text-lead text-muted">{t('lead')}</p>
      {runs.length === 0 ? (
        <section aria-labelledby="empty" className="mt-8">
          <h2 id="empty" className="text-section">
            {t('empty.title')}
          </h2>
          <p className="mt-2 max-w-prose">{t('empty.body')}</p>
          <p className="mt-2 max-w-prose text-muted">{t('empty.how')}</p>
        </section>
      ) : (
        <>
          <section aria-labelledby="matrix" className="mt-8">
            <h2 id="matrix" className="text-section">
              {t('matrix.title')}
            </h2>
            <p className="mt-1 mb-3 max-w-prose text-small text-muted">{t('matrix.caption')}</p>
            <MatrixTable page={page} matrix={matrixOf(runs)} />
          </section>
          <details className="mt-6 print:hidden">
            <summary className="w-fit cursor-pointer py-1">{t('compare.open')}</summary>
            <CompareForm page={page} runs={runs} chosen={{ a: 'dev', b: 'stage' }} />
          </details>
          <RunList page={page} filter={filter} listed={listed} />
        </>
      )}
    </>
  )
}

function RunList({ page, filter, listed }: Pick<EvidenceViewProps, 'page' | 'filter' | 'listed'>) {
  const t = useTranslations('evidence')
  const href = (after: string | null) => pageHref(page, `/evidence${queryText({ ...filter, after })}`)
  return (
    <section aria-labelledby="runs" className="mt-12 print:mt-6">
      <h2 id="runs" className="text-section">
        {t('runs.title')}
      </h2>
      <p className="mt-1 text-small text-muted">{t('runs.count', { count: listed.total })}</p>
      <RunFilterForm page={page} filter={filter} />
      {listed.runs.length === 0 ? (
        <p className="mt-4">{t('runs.none')}</p>
      ) : (
        <>
          <TrendDrawing runs={listed.runs} />
          <div className="mt-6">
            <RunsTable page={page} runs={listed.runs} />
          </div>
        </>
      )}
      <p className="mt-3 flex flex-wrap gap-x-6 print:hidden">
        {filter.after !== null && (
          <a href={href(null)} className="inline-block py-1">
            {t('runs.newest')}
          </a>
        )}
        {listed.next !== null && (
          <a href={href(listed.next)} rel="next" className="inline-block py-1">
            {t('runs.older')}
          </a>
        )}
      </p>
    </section>
  )
}
