import { useTranslations } from 'next-intl'
import { IngestTable } from '#components/admin/ingest-table.tsx'
import { LackList } from '#components/admin/lack-list.tsx'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import type { AdminPart as Part } from '#features/upkeep/admin-part-model.ts'

/** What an admin comes for: what documents lack, what was taken in, and who may see what. */
export function AdminPart({ page, part }: { page: PageContext; part: Part }) {
  const t = useTranslations('admin')
  const { lacks, ingests, documents } = part
  return (
    <section aria-labelledby="admin" className="mt-3 mb-6 border-y-2 border-ink py-4 print:mb-3 print:py-2">
      <h2 id="admin" className="text-section">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-prose text-small text-muted">{t('lead')}</p>
      <div className="mt-4 gap-x-10 md:grid md:grid-cols-2 print:grid print:grid-cols-2">
        {lacks.map(each => (
          <LackList key={each.lack} page={page} counted={each} />
        ))}
      </div>
      <Whole href={pageHref(page, '/upkeep')}>{t('whole')}</Whole>
      <h3 className="mt-6 mb-2 font-semibold">{t('ingests.title')}</h3>
      <IngestTable page={page} listed={ingests} />
      <Whole href={pageHref(page, '/ingests')}>{t('ingests.all')}</Whole>
      <h3 className="mt-6 font-semibold">{t('access.title')}</h3>
      <p className="mt-1">
        {t('access.short', {
          total: documents.PUBLIC + documents.INTERNAL + documents.RESTRICTED,
          internal: documents.INTERNAL,
          restricted: documents.RESTRICTED,
        })}
      </p>
      <Whole href={pageHref(page, '/access')}>{t('access.whole')}</Whole>
    </section>
  )
}

/** Leads to where the whole of a short list stands. */
function Whole({ href, children }: { href: string; children: string }) {
  return (
    <p className="mt-1 print:hidden">
      <a href={href} className="inline-block py-1">
        {children}
      </a>
    </p>
  )
}
