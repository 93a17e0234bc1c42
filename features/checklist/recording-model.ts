import type { Role } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { HashedLedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import type { ContentFile } from '#features/document/content-model.ts'

/** What an owner reports of a workstream. What is left out stays as it is. */
export interface Recording {
  readonly workstream: number
  readonly kind: 'change' | 'confirm'
  readonly status?: Status | undefined
  readonly targetDate?: Day | undefined
  readonly note?: LocalizedText | undefined
  readonly reason?: LocalizedText | undefined
  readonly resolution?: LocalizedText | undefined
  readonly by: Role
  /** The Friday reported for; by default that of the week in which it is recorded. */
  readonly for?: Day | undefined
}

/** A file and what is to become of it. */
export interface PlannedFile {
  readonly source: ContentFile
  /** Null where there is no file yet. */
  readonly before: Uint8Array | null
  readonly after: Uint8Array
}

/** All that some recordings write, found to hold to every rule. */
export interface RecordingPlan {
  /** New lines of the ledger, in their order; the first ones may be the baseline. */
  readonly lines: readonly HashedLedgerLine[]
  /** The ledger first: a table that lags behind it can be made from it again, the reverse cannot. */
  readonly files: readonly PlannedFile[]
  /** Warnings about what is written. */
  readonly warnings: readonly Diagnostic[]
}
