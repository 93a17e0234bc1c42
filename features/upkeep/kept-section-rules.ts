import type { TextSection } from '#features/document/text-section-model.ts'
import type { SectionState } from '#features/localization/drift-model.ts'
import { statesByKey } from '#features/localization/drift-rules.ts'

/** A section of a text as readers have it in the database. */
export interface KeptSection extends Pick<TextSection, 'key' | 'heading'> {
  readonly state: number
  /** Of a translation: the state of the authoritative section that it says it was made from, where one had it. */
  readonly baseState: number | null
}

/** From which states the sections of a translation were made. */
export const baseOf = (sections: readonly KeptSection[]): ReadonlyMap<string, number> =>
  new Map(sections.flatMap(({ key, baseState }) => (baseState === null ? [] : [[key, baseState]])))

/** Keys of the sections that say they were made from another state than the present one: of them the past must be asked. */
export function earlierKeys(
  authoritative: readonly KeptSection[],
  others: readonly { readonly own: readonly KeptSection[] }[],
): string[] {
  const present = new Map(authoritative.map(({ key, state }) => [key, state]))
  const made = others.flatMap(({ own }) => own)
  return made
    .filter(({ key, baseState }) => baseState !== null && present.has(key) && present.get(key) !== baseState)
    .map(({ key }) => key)
}

/**
 * The states of an authoritative text's sections up to an instant: those that are known of the past, else the present one.
 * @param said of its sections whose past was asked, the oldest first
 */
export function statesOf(
  authoritative: readonly KeptSection[],
  said: readonly SectionState[],
  until: Date,
): ReadonlyMap<string, readonly SectionState[]> {
  const past = statesByKey(said.filter(({ since }) => since <= until))
  return new Map(
    authoritative.map(({ key, state }) => [key, past.get(key) ?? [{ key, state, since: until }]]),
  )
}
