import { type ContentClass, VISIBLE_TO } from '#features/access/class-model.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** What can stand in the place of what a reader may not see. */
type Place = 'section' | 'sectionNotes' | 'note' | 'line'

/** What is withheld in a place, and who may see it. */
export const withheldWords = (place: Place, kind: ContentClass, wording: Wording): string =>
  wording.t(`withheld.${place}`, withheldFacts(kind, wording))

/** What every sentence says of something withheld: its class, and who sees that. */
export const withheldFacts = (kind: ContentClass, wording: Wording) => ({
  class: kind,
  visibleTo: listed(
    VISIBLE_TO[kind].map(scope => wording.t(`scopes.${scope}`)),
    wording,
  ),
})
