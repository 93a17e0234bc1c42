import { useTranslations } from 'next-intl'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Leads to a document, or one workstream of it, in two languages beside each other; nothing where there is but one. */
export function CompareLink(props: {
  page: PageContext
  document: DocumentHead
  /** Number of the workstream; left out: the document as a whole. */
  number?: number
}) {
  const { page, document, number } = props
  const t = useTranslations('sideBySide')
  if (document.locales.length < 2) return null
  const place = number === undefined ? '' : `/${number}`
  return (
    <p className="mt-2 print:hidden">
      <a href={pageHref(page, `/compare/${document.path}${place}`)} className="inline-block py-0.5">
        {t('link')}
      </a>
    </p>
  )
}
