import { useFormatter, useTranslations } from 'next-intl'
import { IngestChangeList } from '#components/admin/ingest-change-list.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { Code } from '#components/text/code.tsx'
import { MomentText } from '#components/text/moment.tsx'
import type { HeldCounts, IngestPage, IngestStep } from '#features/portal/ingest-step-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/**
 * Ingests, the newest first: how much the portal held after each, and by how much that was more or less than before, and what
 * changed. */
export function IngestTable({ page, listed }: { page: PageContext; listed: IngestPage }) {
  const t = useTranslations('admin.ingests')
  const { steps } = listed
  if (steps.length === 0) return <p>{t('none')}</p>
  return (
    <>
      {steps.some(({ change }) => change) && <p className="mb-2 text-small text-muted">{t('lead')}</p>}
      <FoldingTable
        isWide
        label={t('title')}
        columns={[t('revision'), t('when'), t('documents'), t('texts'), t('lines'), t('changes.title')]}
        rows={steps.map(step => ({
          key: `${step.ingestedAt.getTime()} ${step.revision}`,
          cells: [
            <Code key="revision">{step.revision}</Code>,
            <MomentText key="when" instant={step.ingestedAt} />,
            ...(['documents', 'texts', 'lines'] as const).map(name => (
              <Count key={name} step={step} name={name} />
            )),
            <IngestChangeList key="changes" page={page} changes={step.changes} listed={listed} />,
          ],
        }))}
      />
    </>
  )
}

function Count({ step, name }: { step: IngestStep; name: keyof HeldCounts }) {
  const format = useFormatter()
  const change = step.change?.[name] ?? 0
  return (
    <>
      {format.number(step[name])}
      {change !== 0 && (
        <span className="text-muted"> ({format.number(change, { signDisplay: 'always' })})</span>
      )}
    </>
  )
}
