import type { Place } from '#features/diagnostic/diagnostic-model.ts'

/** A value of front matter that is more than a line of text. */
export interface Structure {
  /** Its scalars are texts as they are written; undefined stands for what is none: an alias, or too deep. */
  readonly value: unknown
  /** Where a part of it stands; of what is not there, the nearest part around it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}
