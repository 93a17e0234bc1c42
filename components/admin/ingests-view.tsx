import { useTranslations } from 'next-intl'
import { IngestTable } from '#components/admin/ingest-table.tsx'
import { PageSteps } from '#components/admin/page-steps.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import type { IngestPage } from '#features/portal/ingest-step-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface IngestsViewProps {
  readonly page: PageContext
  readonly listed: IngestPage
  readonly number: number
}

/** Every ingest that changed something. */
export function IngestsView({ page, listed, number }: IngestsViewProps) {
  const t = useTranslations('admin.ingests')
  return (
    <>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 mb-4 max-w-prose text-lead text-muted">{t('description')}</p>
      <IngestTable page={page} listed={listed} />
      <PageSteps
        page={page}
        path="/ingests"
        number={number}
        hasMore={listed.hasMore}
        words={{ previous: t('newer'), next: t('older') }}
      />
    </>
  )
}
