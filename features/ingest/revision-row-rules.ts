import type { ContentClass } from '#features/access/class-model.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import type { ProjectedDocument, ProjectedText } from '#features/ingest/projection-model.ts'

/** A revision that the database lacks, and the rows of its tracker. */
export interface NewRevision {
  readonly key: string
  readonly row: ReturnType<typeof rowOf>
  readonly tracker: TextFacts['tracker']
  readonly sections: ReturnType<typeof sectionColumns>
  readonly parts: TextFacts['parts']
}

/** What tells revisions apart (`text_revision`'s unique key). */
export const revisionKey = (row: {
  documentPath: string
  locale: string
  recordedAt: Date
  hash: string
  commit: string | null
}): string =>
  `${row.documentPath} ${row.locale} ${row.recordedAt.getTime()} ${row.hash} ${row.commit ?? 'ingest'}`

const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(day))

/** The columns that are read from a text's words. */
export function readColumns({ title, metadata, mapping, sectionClasses }: TextFacts) {
  const { documentId, version, status, ownerRole, changeLog, approvedBy } = metadata
  return {
    title,
    documentId,
    version,
    status,
    ownerRole,
    lastReviewDate: dateOf(metadata.lastReviewDate),
    nextReviewDate: dateOf(metadata.nextReviewDate),
    changeLog,
    approvedBy,
    approvedOn: dateOf(metadata.approvedOn),
    declaredClass: metadata.class,
    declaredSectionClasses: Object.fromEntries(sectionClasses),
    declaredNoteClass: metadata.noteClass,
    evidenceMapping: JSON.parse(JSON.stringify(mapping)),
  }
}

function rowOf(
  document: ProjectedDocument,
  { locale }: ProjectedText,
  facts: TextFacts,
  recordedAt: Date,
  commit: string | null,
) {
  return {
    documentPath: document.path,
    locale,
    hash: facts.hash,
    markdown: facts.markdown,
    recordedAt,
    origin: commit === null ? ('ingest' as const) : ('commit' as const),
    commit,
    class: document.class,
    ...readColumns(facts),
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
  const { tracker, parts } = facts
  return { key: revisionKey(row), row, tracker, sections: sectionColumns(facts), parts }
}

/** The rows of a revision's tracker. */
export const trackerRowsOf = (
  revision: { id: number; documentPath: string; class: ContentClass },
  tracker: TextFacts['tracker'],
) =>
  tracker.map(({ number, title, ownerRole, targetDate, status }) => ({
    textRevisionId: revision.id,
    documentPath: revision.documentPath,
    number,
    title,
    ownerRole,
    targetDate: new Date(targetDate),
    status,
    class: revision.class,
  }))

/** What is kept of each section of a text. */
export const sectionColumns = ({ sections, base }: TextFacts) =>
  sections.map((section, position) => ({ ...section, position, baseHash: base.get(section.key) ?? null }))

/** The rows of a revision's sections. */
export const sectionRowsOf = (
  revision: { id: number; documentPath: string; class: ContentClass },
  sections: ReturnType<typeof sectionColumns>,
) =>
  sections.map(section => ({
    ...section,
    textRevisionId: revision.id,
    documentPath: revision.documentPath,
    class: revision.class,
  }))

/** The rows of a revision's parts. */
export const partRowsOf = (revision: { id: number; class: ContentClass }, parts: TextFacts['parts']) =>
  parts.map(part => ({
    ...part,
    usedBy: [...part.usedBy],
    textRevisionId: revision.id,
    class: revision.class,
  }))
