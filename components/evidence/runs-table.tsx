import { useFormatter, useTranslations } from 'next-intl'
import { FindingCounts } from '#components/evidence/finding-counts.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { RunLink } from '#components/evidence/run-link.tsx'
import { Code } from '#components/text/code.tsx'
import { MomentText } from '#components/text/moment.tsx'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countFindings } from '#features/evidence/trend-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Runs, the newest first, with what the checks found in each. */
export function RunsTable({ page, runs }: { page: PageContext; runs: readonly RunView[] }) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  return (
    <FoldingTable
      label={t('runs.title')}
      columns={[
        t('run'),
        t('environment'),
        t('kind'),
        t('runs.finished'),
        t('runs.records'),
        t('runs.findings'),
      ]}
      rows={runs.map(view => ({
        key: view.hash,
        cells: [
          <RunLink key="run" page={page} view={view} />,
          <Code key="environment">{view.environment}</Code>,
          <Code key="kind">{view.run.kind}</Code>,
          <MomentText key="finished" instant={view.finishedAt} />,
          format.number(view.records),
          <FindingCounts key="findings" counts={countFindings(view)} />,
        ],
      }))}
    />
  )
}
