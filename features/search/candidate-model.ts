import type { TextLocale } from '#features/localization/locale-model.ts'
import type { Kind } from '#features/search/entry-model.ts'

/** A text that may be what was asked for. */
export interface Candidate {
  /** Its row: text so that no number is too large. */
  readonly id: string
  readonly item: string
  readonly kind: Kind
  readonly lang: TextLocale | null
  readonly documentPath: string | null
  readonly categoryCode: string | null
  readonly number: number | null
  readonly rank: number
  /** How many of the things asked for it has. */
  readonly covered: number
  /** Whether an identifier asked for is its own; whether it only begins so. */
  readonly isNamed: boolean
  readonly isBegun: boolean
}
