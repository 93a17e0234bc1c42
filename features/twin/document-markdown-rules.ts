import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { factWith, listed } from '#features/localization/join-rules.ts'
import { blocks, code, listOf } from '#features/twin/markdown-rules.ts'
import { notices, standingNotes } from '#features/twin/notices-rules.ts'
import { mixtureNotes, textMarkdown } from '#features/twin/parts-markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { workstreamsTable } from '#features/twin/workstreams-markdown-rules.ts'

function metadataOf(
  { metadata, missingMetadata, reviewOverdueDays }: DocumentView,
  { wording }: TwinContext,
): string {
  const { t } = wording
  const facts = [
    ['id', metadata.documentId],
    ['version', metadata.version],
    ['status', metadata.status],
    ['owner', metadata.ownerRole],
    ['lastReview', metadata.lastReviewDate],
    ['nextReview', metadata.nextReviewDate],
  ] as const
  return listOf([
    ...facts.map(([name, value]) =>
      factWith(t(`document.${name}`), value === null ? t('document.absent') : code(value), wording),
    ),
    ...(reviewOverdueDays > 0 ? [t('document.reviewOverdue', { days: reviewOverdueDays })] : []),
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
  ])
}

/**
 * A document as Markdown: what it is and counts for, the records of the day where it is a checklist, and below a line
 * its own text as the file has it.
 */
export function documentMarkdown(
  document: DocumentView,
  checklist: ChecklistView | null,
  context: TwinContext,
): string {
  const { t, day } = context.wording
  return blocks(
    notices(context),
    standingNotes(document, context),
    mixtureNotes(document, context),
    metadataOf(document, context),
    checklist && t('twin.records', { day: day(context.wish.asOf.day) }),
    checklist && workstreamsTable(checklist, context),
    '---',
    textMarkdown(document, context),
  )
}
