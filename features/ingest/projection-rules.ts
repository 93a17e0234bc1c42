import { createHash } from 'node:crypto'
import { type ContentClass, isStricter, strictest } from '#features/access/class-model.ts'
import type { CategoryPolicy } from '#features/document/category-model.ts'
import { legacySlugOf } from '#features/document/legacy-slug-rules.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { CHECKS_VERSION } from '#features/evidence/checks-version-model.ts'
import type { StandingEvidence } from '#features/evidence/ingested-run-model.ts'
import type { Term } from '#features/glossary/glossary-model.ts'
import type { CommittedLedgers } from '#features/ingest/committed-line-model.ts'
import { enteredAt } from '#features/ingest/entered-rules.ts'
import type { ProjectedDocument, Projection } from '#features/ingest/projection-model.ts'
import type { Revisions } from '#features/ingest/revision-model.ts'

/**
 * How texts are read and projected: one more whenever the same content is to give other rows. A database written by
 * another version reads every text it has again.
 */
export const PROJECTION_VERSION = 7

/** A content folder that holds to every rule. */
interface Read {
  readonly categories: readonly CategoryPolicy[]
  readonly terms: readonly Term[]
  readonly documents: readonly ReadDocument[]
}

/** What the database is to say of documents that hold to every rule. */
export function projectionOf(
  { categories, terms, documents }: Read,
  revisions: Revisions,
  committed: CommittedLedgers,
  evidence: readonly StandingEvidence[] = [],
): Projection {
  const classOf = new Map(categories.map(category => [category.code, category.class]))
  const positions = new Map<string, number>()
  const projected = documents.map(({ found, sourceLocale, sources, lines, ...read }): ProjectedDocument => {
    const position = (positions.get(found.category) ?? 0) + 1
    positions.set(found.category, position)
    // Without a policy there is no projection; RESTRICTED only satisfies the type.
    const own = read.class ?? classOf.get(found.category) ?? 'RESTRICTED'
    const { metadata, sectionClasses } = read.authoritative.facts
    return {
      path: found.path,
      categoryCode: found.category,
      position,
      sourceLocale,
      legacySlug: legacySlugOf(found.path),
      class: own,
      sectionClasses,
      noteClass: strictest(own, metadata.noteClass ?? own),
      texts: sources.map(({ locale, source, facts }) => {
        const { states, newest } = revisions.get(source.path) ?? { states: [], newest: null }
        return { locale, facts, committed: states, isCommitted: newest === facts.hash }
      }),
      lines: lines.map(({ line: _, ...line }) => ({
        ...line,
        enteredAt: enteredAt(committed.get(found.path)?.get(line.hash)),
      })),
    }
  })
  return { categories, terms, documents: projected, evidence }
}

/** What is withheld of a document: itself, or the sections and notes of it that fewer may read. */
function withheldIn({ class: own, sectionClasses, noteClass, lines }: ProjectedDocument) {
  const sections = [...sectionClasses.values()].filter(one => isStricter(one, own))
  const notes = isStricter(noteClass, own)
    ? lines.filter(({ note, reason, resolution }) => note || reason || resolution).map(() => noteClass)
    : []
  return [
    { kind: 'document', class: own },
    ...sections.map(one => ({ kind: 'section', class: one })),
    ...notes.map(one => ({ kind: 'note', class: one })),
  ]
}

/** What is withheld from readers below a class, by place: documents, and sections and notes of documents. */
export function withheldOf({ documents }: Projection) {
  const counts = new Map<string, { place: string; kind: string; class: ContentClass; count: number }>()
  for (const document of documents)
    for (const { kind, class: own } of withheldIn(document)) {
      if (own === 'PUBLIC') continue
      const key = `${document.categoryCode} ${kind} ${own}`
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { place: document.categoryCode, kind, class: own, count })
    }
  return [...counts.values()]
}

/**
 * The name of a content revision: 12 hexadecimal digits of the sha-256 of all that is projected, but for times of
 * ingest. The same content with the same history has the same name in every database.
 */
export function revisionOf({ categories, terms, documents, evidence }: Projection): string {
  const canonical = {
    version: PROJECTION_VERSION,
    categories: categories.map(
      ({ code, version, ownerRole, reviewCycleDays, approvalAuthority, title, ...policy }) => [
        code,
        [title.ka, title.en, version, ownerRole, reviewCycleDays, approvalAuthority, policy.class],
      ],
    ),
    documents: documents.map(document => [
      document.path,
      [document.categoryCode, document.position, document.sourceLocale, document.legacySlug, document.class],
      document.texts.map(({ locale, facts, committed, isCommitted }) => [
        locale,
        facts.hash,
        isCommitted,
        committed.map(({ commit, recordedAt, hash }) => [commit, recordedAt.getTime(), hash]),
      ]),
      document.lines.map(line => `${line.hash} ${line.enteredAt}`).toSorted(),
    ]),
    terms,
    evidence: { checks: CHECKS_VERSION, runs: evidence.map(({ hash }) => hash).toSorted() },
  }
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex').slice(0, 12)
}
