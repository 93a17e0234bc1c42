import type { Role } from '#features/access/role-model.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import type { OwnerOf } from '#features/checklist/line-owner-model.ts'

/** A ledger that shows what a rule means. */
export interface Example {
  /** Completes "it accepts …" or "it refuses …". */
  readonly title: string
  readonly lines: readonly LedgerLine[]
  /** Of the check; by default long after. */
  readonly now?: Date
  readonly documentOwner?: Role | null
  readonly ownerOf?: OwnerOf
}

export interface Refusal extends Example {
  /** The line that is named, counted from 1; by default the last. */
  readonly line?: number
  readonly message: string
}

/** What a rule accepts and what it refuses: at least one of each. */
export interface RuleExamples {
  readonly accepts: readonly [Example, ...Example[]]
  readonly refuses: readonly [Refusal, ...Refusal[]]
}

/** Words in the languages of the portal. */
export const TEXT = { ka: 'ტექსტი', en: 'words' }
