import type { DocumentHead } from '#features/document/document-view-model.ts'

/** Roles that sign a report on a document: its owner, else the category's, and those who may approve it; each once. */
export const signatories = ({
  metadata,
  category,
}: Pick<DocumentHead, 'metadata' | 'category'>): string[] => [
  ...new Set([metadata.ownerRole ?? category.ownerRole, ...category.approvalAuthority]),
]
