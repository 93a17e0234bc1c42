import type { ContentClass } from '#features/access/class-model.ts'
import type { Place } from '#features/diagnostic/diagnostic-model.ts'

/** Classes of sections that fewer may read than their document, by their keys. */
export type SectionClasses = ReadonlyMap<string, ContentClass>

export const NO_CLASSES: SectionClasses = new Map()

/** What a text says under `Section Classes`, and where its parts stand. */
export interface PlacedSectionClasses {
  readonly classes: SectionClasses
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}
