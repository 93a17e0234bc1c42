import type { DocumentResource } from '#features/api/document-resource-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { idOf, linksOf } from '#features/api/resource-id-rules.ts'
import type { Category, DocumentHead, TextStanding } from '#features/document/document-view-model.ts'
import { authorityOf } from '#features/localization/authority-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

const categoryResource = (category: Category, locale: Locale): DocumentResource['category'] => ({
  code: category.code,
  title: localizedText(category.title, locale),
  version: category.version,
  ownerRole: category.ownerRole,
  reviewCycleDays: category.reviewCycleDays,
  approvalAuthority: [...category.approvalAuthority],
})

const textResource = (standing: TextStanding): DocumentResource['text'] => ({
  lang: standing.lang,
  authority: standing.authority,
  authoritativeLocale: standing.authoritativeLocale,
  behind: standing.behind,
  approved: standing.approved,
  recordedAt: standing.recordedAt.toISOString(),
  origin: standing.origin,
  commit: standing.commit,
  isLaterThanAsked: standing.isLaterThanAsked,
})

/** A document as every resource of the API shows it. */
export const documentResource = (document: DocumentHead, wish: Wish): DocumentResource => ({
  id: idOf(document),
  path: document.path,
  title: document.title.text,
  version: document.metadata.version,
  status: document.metadata.status,
  ownerRole: document.metadata.ownerRole,
  lastReviewDate: document.metadata.lastReviewDate,
  nextReviewDate: document.metadata.nextReviewDate,
  reviewOverdueDays: document.reviewOverdueDays,
  changeLog: document.metadata.changeLog,
  approvedBy: document.metadata.approvedBy,
  approvedOn: document.metadata.approvedOn,
  missingMetadata: [...document.missingMetadata],
  category: categoryResource(document.category, wish.locale),
  text: textResource(document.standing),
  languages: document.locales.map(lang => ({
    lang,
    authority: authorityOf(lang, document.locales, document.sourceLocale),
  })),
  isChecklist: document.isChecklist,
  links: linksOf(document, wish),
})
