import type { DocumentHead, Shelf } from '#features/document/document-view-model.ts'
import { withheldCount } from '#features/document/withheld-count-rules.ts'
import { listed } from '#features/localization/join-rules.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { twinHref } from '#features/portal/form-rules.ts'
import { blocks, code, link, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

const twinAddress = (wish: FileWish, path: string): string =>
  wish.origin + twinHref(wish, `/docs/${path}`, 'md')

function entryOf(document: DocumentHead, { wish, wording }: TwinContext): string {
  const { t } = wording
  const { metadata, missingMetadata, isChecklist } = document
  return [
    link(authored(document.title, wording), twinAddress(wish, document.path)),
    ...(metadata.documentId === null ? [] : [code(metadata.documentId)]),
    ...(isChecklist ? [t('library.checklist')] : []),
    ...(missingMetadata.length > 0
      ? [
          t('document.missing', {
            names: listed(
              missingMetadata.map(name => t(`document.missingName.${name}`)),
              wording,
            ),
          }),
        ]
      : []),
  ].join(' · ')
}

function shelfOf({ category, documents, withheld }: Shelf, context: TwinContext): string {
  const { t, locale } = context.wording
  const title = localizedText(category.title, locale)
  const entries = [
    ...documents.map(document => entryOf(document, context)),
    ...withheld.map(entry => withheldCount(entry, context.wording)),
  ]
  return blocks(
    `## ${title && title.lang !== locale ? authored(title, context.wording) : plain(title?.text ?? category.code)}`,
    plain(
      t('library.category', {
        code: category.code,
        version: category.version,
        owner: category.ownerRole,
        days: category.reviewCycleDays,
      }),
    ),
    entries.length > 0 ? listOf(entries) : t('library.empty'),
  ).trimEnd()
}

/** The library as Markdown: its links lead to the documents as Markdown. */
export const libraryMarkdown = (shelves: readonly Shelf[], context: TwinContext): string =>
  blocks(
    `# ${context.wording.t('library.title')}`,
    notices(context),
    ...shelves.map(shelf => shelfOf(shelf, context)),
  )
