import { createHash } from 'node:crypto'
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
export const PROJECTION_VERSION = 4

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
    return {
      path: found.path,
      categoryCode: found.category,
      position,
      sourceLocale,
      legacySlug: legacySlugOf(found.path),
      // Without a policy there is no projection; RESTRICTED only satisfies the type.
      class: read.class ?? classOf.get(found.category) ?? 'RESTRICTED',
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

/** Documents withheld from readers below a class, by place. */
export function withheldOf({ documents }: Projection) {
  const counts = new Map<string, { place: string; class: 'INTERNAL' | 'RESTRICTED'; count: number }>()
  for (const { categoryCode: place, class: kind } of documents) {
    if (kind === 'PUBLIC') continue
    const key = `${place} ${kind}`
    counts.set(key, { place, class: kind, count: (counts.get(key)?.count ?? 0) + 1 })
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
