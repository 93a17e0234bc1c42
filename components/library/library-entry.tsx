import { useFormatter, useTranslations } from 'next-intl'
import { MissingMetadata } from '#components/document/missing-metadata.tsx'
import { Authored } from '#components/text/authored.tsx'
import { nameOf } from '#components/text/language-name.ts'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

export function LibraryEntry({ page, document }: { page: PageContext; document: DocumentHead }) {
  const t = useTranslations()
  const format = useFormatter()
  const { metadata } = document
  const facts = [metadata.documentId, metadata.version, metadata.status, metadata.ownerRole].filter(Boolean)
  return (
    <li className="border-t border-line py-4">
      <p className="text-lead font-semibold">
        <a href={pageHref(page, `/docs/${document.path}`)}>
          <Authored text={document.title} locale={page.locale} />
        </a>
      </p>
      <p className="text-small text-muted">
        {[document.isChecklist && t('library.checklist'), ...facts].filter(Boolean).join(' · ')}
      </p>
      <p className="text-small text-muted">
        {t('library.texts', {
          languages: format.list(document.locales.map(language => nameOf(language, page.locale))),
        })}
      </p>
      <div className="text-small">
        {document.reviewOverdueDays > 0 && (
          <p className="font-semibold text-blocked">
            {t('document.reviewOverdue', { days: document.reviewOverdueDays })}
          </p>
        )}
        <MissingMetadata document={document} />
      </div>
    </li>
  )
}
