import { useTranslations } from 'next-intl'
import { RunLink } from '#components/evidence/run-link.tsx'
import { Trail } from '#components/shell/trail.tsx'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Where a page stands below the evidence, and the run above it if there is one. */
export function EvidenceTrail({ page, view }: { page: PageContext; view?: RunView }) {
  const t = useTranslations('site')
  return (
    <Trail>
      <li>
        <a href={pageHref(page, '/evidence')} className="inline-block py-0.5">
          {t('evidence')}
        </a>
      </li>
      {view && (
        <li>
          <RunLink page={page} view={view} />
        </li>
      )}
    </Trail>
  )
}
