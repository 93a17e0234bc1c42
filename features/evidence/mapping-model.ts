import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'

/** Which checks a workstream asks for. */
export interface MappedWorkstream {
  readonly number: number
  /** How old a run may be that counts, in days. */
  readonly freshness: number
  /** All of them, those of the items included. */
  readonly checks: readonly CheckCode[]
  /** Acceptance items of its section that checks bear on, by their order there, from 1. */
  readonly items: readonly { readonly item: number; readonly checks: readonly CheckCode[] }[]
}

/** What a checklist asks of evidence (DESIGN 6, "Verdicts"). */
export interface EvidenceMapping {
  /** The environments without which it is not ready. */
  readonly required: readonly Environment[]
  /** Those that ask for evidence; others rest on documents. */
  readonly workstreams: readonly MappedWorkstream[]
}

/** That of a text which says nothing of evidence. */
export const NO_MAPPING: EvidenceMapping = { required: ['stage'], workstreams: [] }
