import type { Place } from '#features/diagnostic/diagnostic-model.ts'

/** From which state of the authoritative text the sections of a translation were made: its hash, by their key. */
export type Base = ReadonlyMap<string, string>

export const NO_BASE: Base = new Map()

/** A base, and where its parts stand. */
export interface PlacedBase {
  readonly base: Base
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}
