import type { DocumentHead } from '#features/document/document-view-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/**
 * Where a text of a document is edited.
 * @param contentUrl address of the content folder, with a slash at the end; null: nobody said
 * @param hasLedger whether the document has a change log, and so a folder
 * @returns null where it is not known, also for the only text of a document: it may be a lone file
 */
export const editAddress = (
  contentUrl: string | null,
  { path, locales }: Pick<DocumentHead, 'path' | 'locales'>,
  lang: TextLocale,
  hasLedger: boolean,
): string | null =>
  contentUrl === null || !(hasLedger || locales.length > 1)
    ? null
    : `${contentUrl}${path.split('/').map(encodeURIComponent).join('/')}/${lang}.md`
