import { useTranslations } from 'next-intl'
import { CheckName } from '#components/evidence/check-name.tsx'
import { FindingWord } from '#components/evidence/finding-word.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { RunLink } from '#components/evidence/run-link.tsx'
import { DayText } from '#components/text/day.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import type { MatrixRow } from '#features/evidence/matrix-rules.ts'
import type { CountingFinding } from '#features/evidence/verdict-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Checks by environments: what was found last, in which run, and when that finished. */
export function MatrixTable({ page, matrix }: { page: PageContext; matrix: readonly MatrixRow[] }) {
  const t = useTranslations('evidence')
  return (
    <FoldingTable
      label={t('matrix.title')}
      columns={[t('check'), ...ENVIRONMENTS]}
      rows={matrix.map(({ check, cells }) => ({
        key: check,
        cells: [
          <CheckName key={check} check={check} />,
          ...cells.map(cell => <MatrixEntry key={cell.environment} page={page} cell={cell} />),
        ],
      }))}
    />
  )
}

function MatrixEntry({ page, cell }: { page: PageContext; cell: CountingFinding }) {
  const { finding, source } = cell
  return (
    <>
      <FindingWord finding={finding} />{' '}
      {source && finding !== 'not-run' && (
        <span className="text-small md:block print:block">
          <RunLink page={page} view={source.run} />{' '}
          <span className="text-muted">
            <DayText day={dayInTbilisi(source.run.finishedAt)} />
          </span>
        </span>
      )}
    </>
  )
}
