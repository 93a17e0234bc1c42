/**
 * What tells states of a section apart: in files the hash of its words (docs/decisions/0026), in what readers have of the
 * database a number, by which no guess of words can be confirmed (docs/decisions/0033).
 */
export type StateName = string | number

/** A state that a section of the authoritative text had, and since when. */
export interface SectionState {
  readonly key: string
  readonly state: StateName
  /** When the first revision that had it was recorded. */
  readonly since: Date
}

export const DRIFT_KINDS = ['current', 'behind', 'unsaid', 'unpaired'] as const
export type DriftKind = (typeof DRIFT_KINDS)[number]

/**
 * How a section of a translation stands to the authoritative one: made from it as it stands; from an earlier state of
 * it; it is not said from which, or from none that is known; or the authoritative text has no such section.
 */
export type Drift<State extends SectionState = SectionState> =
  | { readonly kind: 'current' | 'unsaid' | 'unpaired' }
  | {
      readonly kind: 'behind'
      /** Different states since the one that it was made from; at least 1. */
      readonly behind: number
      readonly base: State
      readonly current: State
    }
