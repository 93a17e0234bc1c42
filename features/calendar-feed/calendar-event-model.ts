import type { Role } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** Something of a whole day. */
export interface CalendarEvent {
  /** Never changes, whatever the portal's address. */
  readonly uid: string
  /** Rises with every change of it, and never falls. */
  readonly sequence: number
  /** Instant of its newest change, ISO 8601. */
  readonly changedAt: string
  readonly day: Day
  /** Comes again every week: up to a day, or for as long as nobody knows; null where it comes once. */
  readonly weekly: { readonly until: Day | null } | null
  readonly summary: string
  /** Language of what the summary quotes. */
  readonly lang: TextLocale
  readonly description: readonly string[]
  /** The page it speaks of, whole. */
  readonly address: string
  readonly kind: 'target' | 'review' | 'friday'
  /** Whose it is; null where the text names nobody the portal knows. */
  readonly role: Role | null
}
