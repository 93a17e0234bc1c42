import type { TextFacts } from '#features/document/text-facts-model.ts'
import type { Base } from '#features/localization/base-model.ts'

type Marked = Pick<TextFacts, 'sections' | 'base'>

/** Keys of the sections that a translation and the authoritative text both have, in the order of the latter. */
export function sharedKeys(translation: Marked, authoritative: Marked): string[] {
  const own = new Set(translation.sections.map(({ key }) => key))
  return authoritative.sections.map(({ key }) => key).filter(key => own.has(key))
}

/**
 * What a translation is to say once it is made from the authoritative text as it stands.
 * @param only key of the one section meant, the others keep what they say; null: every section that both have
 */
export function markedBase(translation: Marked, authoritative: Marked, only: string | null): Base {
  const hashes = new Map(authoritative.sections.map(({ key, hash }) => [key, hash]))
  return new Map(
    sharedKeys(translation, authoritative).flatMap(key => {
      const isMeant = only === null || only === key
      const hash = isMeant ? hashes.get(key) : translation.base.get(key)
      return hash === undefined ? [] : [[key, hash] as const]
    }),
  )
}
