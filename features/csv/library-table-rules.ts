import { behindCell } from '#features/csv/behind-cell-rules.ts'
import type { Cell, Table } from '#features/csv/csv-rules.ts'
import type { DocumentHead, Shelf, Withheld } from '#features/document/document-view-model.ts'
import { withheldCount } from '#features/document/withheld-count-rules.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'

const COLUMNS = [
  'category',
  'document',
  'lang',
  'authority',
  'id',
  'version',
  'documentStatus',
  'documentOwner',
  'lastReview',
  'nextReview',
  'reviewOverdueDays',
  'missing',
  'languages',
  'behind',
  'address',
] as const

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>

function rowOf(document: DocumentHead, wording: Wording, wish: FileWish): Row {
  const { title, metadata, standing } = document
  return {
    category: document.category.code,
    document: title.text,
    lang: title.lang,
    authority: authorityWords(title.authority, wording, standing.authoritativeLocale),
    behind: behindCell({ ...title, behind: standing.behind }, wording),
    id: metadata.documentId,
    version: metadata.version,
    documentStatus: metadata.status,
    documentOwner: metadata.ownerRole,
    lastReview: metadata.lastReviewDate,
    nextReview: metadata.nextReviewDate,
    reviewOverdueDays: document.reviewOverdueDays,
    missing: document.missingMetadata.map(name => wording.t(`document.missingName.${name}`)).join('; '),
    languages: document.locales.join(' '),
    address: pageAddress(wish, `/docs/${document.path}`),
  }
}

/** What is withheld is said here as on the page, in the place of what it would say. */
const withheldRow = (entry: Withheld, wording: Wording): Row => ({
  category: entry.place,
  document: withheldCount(entry, wording),
})

/** The documents of the library, a row each, with what is withheld from every category. */
export function libraryTable(shelves: readonly Shelf[], wording: Wording, wish: FileWish): Table {
  const rows = shelves.flatMap(({ documents, withheld }) => [
    ...documents.map(document => rowOf(document, wording, wish)),
    ...withheld.map(entry => withheldRow(entry, wording)),
  ])
  return {
    name: 'docs',
    rows: [
      COLUMNS.map(column => wording.t(`csv.${column}`)),
      ...rows.map(row => COLUMNS.map(column => row[column] ?? null)),
    ],
  }
}
