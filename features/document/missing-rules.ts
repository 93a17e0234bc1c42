import type { Metadata, RequiredMetadata } from '#features/document/document-model.ts'
import { REQUIRED_METADATA } from '#features/document/document-model.ts'

const FIELD: Record<RequiredMetadata, keyof Metadata> = {
  'Document ID': 'documentId',
  Version: 'version',
  Status: 'status',
  'Owner Role': 'ownerRole',
  'Last Review Date': 'lastReviewDate',
  'Next Review Date': 'nextReviewDate',
  'Change Log': 'changeLog',
}

/** Which required metadata a document lacks, in the order the portal names them. A ledger is a change log. */
export const missingMetadata = (metadata: Metadata, hasLedger: boolean): RequiredMetadata[] =>
  REQUIRED_METADATA.filter(name =>
    name === 'Change Log' ? !metadata.changeLog && !hasLedger : metadata[FIELD[name]] === null,
  )
