import type { OwnerRole } from '#features/access/role-model.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import type { Metadata } from '#features/document/document-model.ts'
import type { Category, TitledTrackerRow } from '#features/document/document-view-model.ts'
import { type EvidenceMapping, NO_MAPPING } from '#features/evidence/mapping-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { CategoryModel, TextRevisionModel, TrackerRowModel } from '#prisma/client/models.ts'

// Ingest has checked what these columns hold; the casts below restore what SQL types cannot say.

/** A `date` column, which the driver gives as midnight UTC. */
export function dayOf(date: Date): Day {
  const day = parseDay(date.toISOString().slice(0, 10))
  if (!day) throw new RangeError(`Not a day of the portal's calendar: ${date.toISOString()}`)
  return day
}

type MetadataColumn = Exclude<keyof Metadata, 'sourceLocale' | 'class' | 'noteClass'>

const optionalDay = (date: Date | null): Day | null => (date ? dayOf(date) : null)

export const localeOf = (column: string): TextLocale => column as TextLocale

export const metadataOf = (row: Pick<TextRevisionModel, MetadataColumn>): Metadata => ({
  documentId: row.documentId,
  version: row.version,
  status: row.status,
  ownerRole: row.ownerRole,
  lastReviewDate: optionalDay(row.lastReviewDate),
  nextReviewDate: optionalDay(row.nextReviewDate),
  changeLog: row.changeLog,
  approvedBy: row.approvedBy,
  approvedOn: optionalDay(row.approvedOn),
  sourceLocale: null,
  class: null,
  noteClass: null,
})

export const mappingOf = ({
  evidenceMapping,
}: Pick<TextRevisionModel, 'evidenceMapping'>): EvidenceMapping =>
  evidenceMapping === null ? NO_MAPPING : (evidenceMapping as unknown as EvidenceMapping)

export const categoryOf = (row: CategoryModel): Category => ({
  code: row.code,
  title: row.title as Category['title'],
  version: row.version,
  ownerRole: row.ownerRole,
  reviewCycleDays: row.reviewCycleDays,
  approvalAuthority: row.approvalAuthority,
})

export const trackerRowOf = (row: TrackerRowModel, title: AuthoredText): TitledTrackerRow => ({
  number: row.number,
  title,
  ownerRole: row.ownerRole as OwnerRole,
  targetDate: dayOf(row.targetDate),
  status: row.status,
})
