import { useFormatter, useTranslations } from 'next-intl'
import { ScopeTable } from '#components/admin/scope-table.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { CLASSED, type ClassCounts, type Classed } from '#features/access/class-counts-model.ts'
import { CONTENT_CLASSES } from '#features/access/class-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface AccessViewProps {
  readonly page: PageContext
  readonly counts: Readonly<Record<Classed, ClassCounts>>
}

/** Which scope sees which class, which role gives which scope, and how much there is of each class. */
export function AccessView({ page, counts }: AccessViewProps) {
  const t = useTranslations('admin.access')
  const format = useFormatter()
  return (
    <>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 max-w-prose text-lead text-muted">{t('description')}</p>
      <section aria-labelledby="scopes" className="mt-8">
        <h2 id="scopes" className="mb-2 text-section">
          {t('scopes')}
        </h2>
        <ScopeTable />
        <p className="mt-3 max-w-prose text-small text-muted">{t('holders')}</p>
      </section>
      <section aria-labelledby="classes" className="mt-10">
        <h2 id="classes" className="mb-2 text-section">
          {t('classes')}
        </h2>
        <FoldingTable
          label={t('classes')}
          columns={[t('kind'), ...CONTENT_CLASSES]}
          rows={CLASSED.map(kind => ({
            key: kind,
            cells: [
              t(`kinds.${kind}`),
              ...CONTENT_CLASSES.map(contentClass => format.number(counts[kind][contentClass])),
            ],
          }))}
        />
        <p className="mt-3 max-w-prose text-small text-muted">{t('evidence')}</p>
      </section>
    </>
  )
}
