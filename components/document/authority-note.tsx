import { useTranslations } from 'next-intl'
import { nameOf } from '#components/text/language-name.ts'
import { useWording } from '#components/text/wording.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { sentence } from '#features/localization/join-rules.ts'
import { isLocale } from '#features/localization/locale-model.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** What the text on this page counts for, whether it is approved, and where the prevailing one is. */
export function AuthorityNote({ document, page }: { document: DocumentView; page: PageContext }) {
  const t = useTranslations('document')
  const wording = useWording()
  const { standing, metadata } = document
  const prevailing = standing.authoritativeLocale
  return (
    <div className="max-w-prose border-s-4 border-accent ps-4">
      <p>
        <strong>{sentence(authorityWords(standing.authority, wording, prevailing), wording)}</strong>{' '}
        {standing.approved && metadata.approvedBy && metadata.approvedOn
          ? t('approved', { role: metadata.approvedBy, day: wording.day(metadata.approvedOn) })
          : t('notApproved')}
      </p>
      {standing.lang !== page.locale && (
        <p>{t('otherLanguage', { language: nameOf(standing.lang, page.locale) })}</p>
      )}
      {standing.isLaterThanAsked && <p>{t('laterText')}</p>}
      {standing.authority !== 'authoritative' && isLocale(prevailing) && (
        <p>
          <a
            href={pageHref({ ...page, locale: prevailing }, page.path)}
            hrefLang={prevailing}
            className="inline-block py-0.5"
          >
            {t('readPrevailing')} ({nameOf(prevailing, page.locale)})
          </a>
        </p>
      )}
    </div>
  )
}
