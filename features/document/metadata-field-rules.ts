import type { Metadata } from '#features/document/document-model.ts'

const FIELDS: Record<keyof Metadata, true> = {
  documentId: true,
  version: true,
  status: true,
  ownerRole: true,
  lastReviewDate: true,
  nextReviewDate: true,
  changeLog: true,
  approvedBy: true,
  approvedOn: true,
  sourceLocale: true,
  class: true,
  noteClass: true,
}

/** An author's key, whatever its case, spaces and hyphens. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_-]/gu, '')

const BY_KEY = new Map((Object.keys(FIELDS) as (keyof Metadata)[]).map(field => [plainKey(field), field]))

/** The field an author's key means, whatever its case, spaces and hyphens (`Document ID`, `document-id`), or null. */
export const fieldOf = (key: string): keyof Metadata | null => BY_KEY.get(plainKey(key)) ?? null
