import type { Place } from '#features/diagnostic/diagnostic-model.ts'

/** A key and its value as an author wrote them, and where the value stands. */
export interface MetadataEntry {
  readonly key: string
  readonly value: string
  readonly place: Place
}
