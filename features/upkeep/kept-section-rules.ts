import type { TextSection } from '#features/document/text-section-model.ts'
import type { Base } from '#features/localization/base-model.ts'
import type { SectionState } from '#features/localization/drift-model.ts'
import { statesByKey } from '#features/localization/drift-rules.ts'

/** A section of a text as the database keeps it. */
export interface KeptSection extends TextSection {
  /** Of a translation: hash of the authoritative section that it says it was made from. */
  readonly baseHash: string | null
}

/** From which states the sections of a translation were made. */
export const baseOf = (sections: readonly KeptSection[]): Base =>
  new Map(sections.flatMap(({ key, baseHash }) => (baseHash === null ? [] : [[key, baseHash]])))

/** Keys of the sections that say they were made from another state than the present one: of them the past must be asked. */
export function earlierKeys(
  authoritative: readonly KeptSection[],
  others: readonly { readonly own: readonly KeptSection[] }[],
): string[] {
  const present = new Map(authoritative.map(({ key, hash }) => [key, hash]))
  const made = others.flatMap(({ own }) => own)
  return made
    .filter(({ key, baseHash }) => baseHash !== null && present.has(key) && present.get(key) !== baseHash)
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
  return new Map(authoritative.map(({ key, hash }) => [key, past.get(key) ?? [{ key, hash, since: until }]]))
}
