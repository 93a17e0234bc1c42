import { useFormatter, useTranslations } from 'next-intl'
import { MissingMetadata } from '#components/document/missing-metadata.tsx'
import { Authored } from '#components/text/authored.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { Named } from '#components/text/named.tsx'
import { useWording } from '#components/text/wording.ts'
import type { DocumentHead } from '#features/document/document-view-model.ts'
import { behindWords } from '#features/localization/standing-words-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

export function LibraryEntry({ page, document }: { page: PageContext; document: DocumentHead }) {
  const t = useTranslations()
  const format = useFormatter()
  const { metadata, standing } = document
  const behind = behindWords({ behind: standing.behind }, useWording())
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
        {standing.behind !== null && behind && (
          <p className="text-progress">
            <Named>{t('translation.lag.whole')}</Named> {behind}
          </p>
        )}
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
