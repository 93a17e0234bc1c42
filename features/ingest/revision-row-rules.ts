import type { TextFacts } from '#features/document/text-facts-model.ts'
import type { ProjectedDocument, ProjectedText } from '#features/ingest/projection-model.ts'

/** A revision that the database lacks, and the rows of its tracker. */
export interface NewRevision {
  readonly key: string
  readonly row: ReturnType<typeof rowOf>
  readonly tracker: TextFacts['tracker']
}

/** What tells revisions apart (`text_revision`'s unique key). */
export const revisionKey = (row: {
  documentPath: string
  locale: string
  recordedAt: Date
  hash: string
}): string => `${row.documentPath} ${row.locale} ${row.recordedAt.getTime()} ${row.hash}`

const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(day))

function rowOf(
  { path, class: kind }: ProjectedDocument,
  { locale }: ProjectedText,
  { hash, markdown, title, metadata }: TextFacts,
  recordedAt: Date,
  commit: string | null,
) {
  const { documentId, version, status, ownerRole, changeLog, approvedBy } = metadata
  return {
    documentPath: path,
    locale,
    hash,
    markdown,
    title,
    recordedAt,
    origin: commit === null ? ('ingest' as const) : ('commit' as const),
    commit,
    documentId,
    version,
    status,
    ownerRole,
    lastReviewDate: dateOf(metadata.lastReviewDate),
    nextReviewDate: dateOf(metadata.nextReviewDate),
    changeLog,
    approvedBy,
    approvedOn: dateOf(metadata.approvedOn),
    class: kind,
  }
}

/** The revision of a text's facts, as recorded then. */
export function newRevision(
  document: ProjectedDocument,
  text: ProjectedText,
  facts: TextFacts,
  recordedAt: Date,
  commit: string | null,
): NewRevision {
  const row = rowOf(document, text, facts, recordedAt, commit)
  return { key: revisionKey(row), row, tracker: facts.tracker }
}
