import { type OwnersOf, presentOwners } from '#features/checklist/line-owner-model.ts'
import type { Diagnostic, Place } from '#features/diagnostic/diagnostic-model.ts'
import type { CategoryPolicy } from '#features/document/category-model.ts'
import { readDocumentFiles } from '#features/document/document-ingest.ts'
import { checkIdentities } from '#features/document/identity-rules.ts'
import { checkCategories, readPolicies } from '#features/document/policy-ingest.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { checkSectionClasses } from '#features/document/section-class-check-rules.ts'
import { walkContent } from '#features/document/walk-ingest.ts'
import { readGlossary } from '#features/glossary/glossary-ingest.ts'
import type { Term } from '#features/glossary/glossary-model.ts'

/** A content folder read whole, and all that is wrong with it but for its history. */
export interface ReadContent {
  /** The folder itself. */
  readonly place: Place
  /** Null where their policy cannot be read. */
  readonly categories: readonly CategoryPolicy[] | null
  /** The terms of the subject. */
  readonly terms: readonly Term[]
  /** Of every document there is, also of those that could not be read. */
  readonly paths: ReadonlySet<string>
  /** Those that could be read, in the order of their paths. */
  readonly documents: readonly ReadDocument[]
  readonly diagnostics: Diagnostic[]
}

const byPlace = (a: Diagnostic, b: Diagnostic) =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1

/**
 * Reads a content folder and holds it against every rule that needs neither git nor the database.
 * @param ownersOf what history says of whose lines were; without it, they are judged by the tables as they stand
 */
export async function readContent(
  folder: string,
  now: Date,
  ownersOf: OwnersOf = presentOwners,
): Promise<ReadContent> {
  const tree = await walkContent(folder)
  const diagnostics = [...tree.diagnostics]
  const { categories, diagnostics: found } = await readPolicies(tree.place.file, tree.policies)
  diagnostics.push(...found, ...(categories ? checkCategories(categories, tree.documents) : []))
  const { terms, diagnostics: wrongTerms } = await readGlossary(tree.policies)
  diagnostics.push(...wrongTerms)
  const documents: ReadDocument[] = []
  for (const entry of tree.documents.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const { document, diagnostics: wrong } = await readDocumentFiles(entry, now, ownersOf)
    if (document) documents.push(document)
    diagnostics.push(...wrong)
  }
  diagnostics.push(...checkIdentities(documents))
  const classOf = new Map(categories?.map(category => [category.code, category.class]))
  for (const document of documents) {
    const own = document.class ?? classOf.get(document.found.category)
    if (own) diagnostics.push(...checkSectionClasses(document, own))
  }
  return {
    place: tree.place,
    categories,
    terms,
    paths: new Set(tree.documents.map(entry => entry.path)),
    documents,
    diagnostics: diagnostics.toSorted(byPlace),
  }
}
