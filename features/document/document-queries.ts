import { categoryOf, localeOf } from '#features/document/document-rows.ts'
import type { DocumentView, Shelf, ShownSection } from '#features/document/document-view-model.ts'
import { linkedSlugs } from '#features/document/link-rules.ts'
import { type Opened, openDocument } from '#features/document/open-document-queries.ts'
import { openDocuments } from '#features/document/opened-document-queries.ts'
import { readSections } from '#features/document/section-queries.ts'
import { titledAsTracked } from '#features/document/tracker-title-rules.ts'
import { readWithheld } from '#features/document/withheld-queries.ts'
import { readTerms } from '#features/glossary/glossary-queries.ts'
import { authoritativeLocale } from '#features/localization/authority-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** The shelves of the library, in the order of the category policy, with what is withheld from each. */
export async function readLibrary(locale: Locale, asOf: AsOf): Promise<Shelf[]> {
  const database = await viewDatabase()
  const [categories, opened, withheld] = await Promise.all([
    database.category.findMany({ orderBy: { position: 'asc' } }),
    openDocuments({}, locale, asOf),
    readWithheld(),
  ])
  // What opens as "no record yet" is no part of that day's library.
  const heads = opened.map(document => document.head).filter(head => head.recordedSince <= asOf.day)
  return categories.map(row => ({
    category: categoryOf(row),
    documents: heads.filter(head => head.category.code === row.code),
    hasMore: false,
    withheld: withheld.filter(entry => entry.place === row.code),
  }))
}

/** A document in the language asked for, or the nearest there is; null where the reader's scope sees none. */
export async function readDocument(path: string, locale: Locale, asOf: AsOf): Promise<DocumentView | null> {
  const opened = await openDocument(path, locale, asOf)
  return opened ? viewOfOpened(opened, locale) : null
}

/**
 * A document that is open already, with its sections.
 * @param beside sections of another text that are shown with it, and may have links of their own
 */
export async function viewOfOpened(
  opened: Opened,
  locale: Locale,
  beside: readonly ShownSection[] = [],
): Promise<DocumentView> {
  const { head, text, tracker, evidenceMapping } = opened
  const [{ sections, top }, terms] = await Promise.all([readSections(opened, locale), readTerms()])
  const slugs = [...sections, ...beside].flatMap(({ nodes }) => linkedSlugs(nodes, head.path))
  return {
    ...head,
    markdown: text.markdown,
    tracker: titledAsTracked(tracker, sections),
    evidenceMapping,
    sections,
    top,
    linkable: await readLinked(slugs),
    terms,
  }
}

/** Path of the document that the older portal called by this `doc` parameter. */
export async function findByLegacySlug(legacySlug: string): Promise<string | null> {
  const document = await (await viewDatabase()).document.findFirst({
    where: { legacySlug: legacySlug.toLowerCase(), standingTexts: { some: { isCurrent: true } } },
    orderBy: { path: 'asc' },
    select: { path: true },
  })
  return document?.path ?? null
}

/** Path of the document whose authoritative text calls it by this id. */
export async function findByDocumentId(documentId: string): Promise<string | null> {
  const texts = await (await viewDatabase()).textRevision.findMany({
    where: { documentId, standing: { is: { isCurrent: true } } },
    orderBy: { documentPath: 'asc' },
    select: {
      documentPath: true,
      locale: true,
      document: { include: { standingTexts: { where: { isCurrent: true } } } },
    },
  })
  const authoritative = texts.find(({ locale, document }) => {
    const locales = document.standingTexts.map(text => localeOf(text.locale))
    return locale === authoritativeLocale(locales, localeOf(document.sourceLocale))
  })
  return authoritative?.documentPath ?? null
}

/** Paths of the documents that links may lead to, of those that the reader may open. */
async function readLinked(legacySlugs: readonly string[]): Promise<ReadonlySet<string>> {
  if (legacySlugs.length === 0) return new Set()
  const documents = await (await viewDatabase()).document.findMany({
    where: { legacySlug: { in: [...legacySlugs] }, standingTexts: { some: { isCurrent: true } } },
    select: { path: true },
  })
  return new Set(documents.map(document => document.path))
}

/** Whether the reader may open a document. */
export async function hasDocument(path: string): Promise<boolean> {
  const where = { path, standingTexts: { some: { isCurrent: true } } }
  return (await (await viewDatabase()).document.count({ where })) > 0
}

/** Paths of every document the reader may open. */
export async function readDocumentPaths(): Promise<ReadonlySet<string>> {
  const documents = await (await viewDatabase()).document.findMany({
    where: { standingTexts: { some: { isCurrent: true } } },
    select: { path: true },
  })
  return new Set(documents.map(document => document.path))
}
