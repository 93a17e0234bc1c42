import type { TrackerColumn } from '#features/checklist/tracker-model.ts'

/** A fact that two texts of a section state differently; null: one side does not state it. */
export type FactDifference =
  | {
      readonly kind: 'item'
      /** Number of the acceptance item in its section, from 1. */
      readonly item: number
      /** Whether it is met. */
      readonly sides: readonly [boolean | null, boolean | null]
    }
  | {
      readonly kind: 'cell'
      /** Number of the row. */
      readonly row: number
      readonly column: Exclude<TrackerColumn, 'number' | 'title'>
      readonly sides: readonly [string | null, string | null]
    }
  | {
      readonly kind: 'day'
      readonly day: string
      /** How often each side names it. */
      readonly sides: readonly [number, number]
    }
