import { useTranslations } from 'next-intl'
import { Trail } from '#components/shell/trail.tsx'
import { Authored } from '#components/text/authored.tsx'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Where a page stands: the library, and the document above it if there is one. */
export function PathTrail({ page, document }: { page: PageContext; document?: DocumentHead }) {
  const t = useTranslations('site')
  return (
    <Trail>
      <li>
        <a href={pageHref(page, '/docs')} className="inline-block py-0.5">
          {t('documents')}
        </a>
      </li>
      {document && (
        <li>
          <a href={pageHref(page, `/docs/${document.path}`)} className="inline-block py-0.5">
            <Authored text={document.title} locale={page.locale} />
          </a>
        </li>
      )}
    </Trail>
  )
}
