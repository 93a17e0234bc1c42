import { expect, test } from 'vitest'
import { signatories } from '#features/document/signatory-rules.ts'

test('a report is signed by its owner and the approval authority, each once', () => {
  const category = {
    code: '80_chain',
    title: {},
    version: 'v1.0.0',
    ownerRole: 'DOCUMENT_CUSTODIAN',
    reviewCycleDays: 60,
    approvalAuthority: ['GOVERNANCE_ADMIN', 'CHAIN_OFFICER'],
  }
  const metadata = {
    documentId: null,
    version: null,
    status: null,
    ownerRole: null,
    lastReviewDate: null,
    nextReviewDate: null,
    changeLog: null,
    approvedBy: null,
    approvedOn: null,
    sourceLocale: null,
    class: null,
    noteClass: null,
  }
  expect(signatories({ metadata: { ...metadata, ownerRole: 'CHAIN_OFFICER' }, category })).toEqual([
    'CHAIN_OFFICER',
    'GOVERNANCE_ADMIN',
  ])
  expect(signatories({ metadata, category })).toEqual([
    'DOCUMENT_CUSTODIAN',
    'GOVERNANCE_ADMIN',
    'CHAIN_OFFICER',
  ])
})
