import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument } from '#features/document/read-model.ts'

const UNKNOWN: Rule = {
  code: 'base-unknown',
  severity: 'warning',
  mend: 'Compare the section with the authoritative text, and run `mza translations mark` for it.',
}

/** The sections of translations that are not made from the authoritative text as it stands: key, hash, place. */
const earlier = ({ authoritative, sources }: ReadDocument) => {
  const hashes = new Map(authoritative.facts.sections.map(({ key, hash }) => [key, hash]))
  return sources
    .filter(source => source !== authoritative)
    .flatMap(({ base }) =>
      [...(base?.base ?? [])].flatMap(([key, hash]) =>
        base && hashes.has(key) && hashes.get(key) !== hash
          ? [{ key, hash, place: base.placeOf([key]) }]
          : [],
      ),
    )
}

/** The documents of which it must be asked what their authoritative texts once said. */
export const withEarlierBases = (documents: readonly ReadDocument[]): ReadDocument[] =>
  documents.filter(document => earlier(document).length > 0)

/**
 * Sections that say they were made from a state which the authoritative text, as far as is known, never had.
 * @param isKnown whether a section of that key ever had that hash in the authoritative text of a document
 */
export const checkKnownBases = (
  documents: readonly ReadDocument[],
  isKnown: (path: string, key: string, hash: string) => boolean,
): Diagnostic[] =>
  documents.flatMap(document =>
    earlier(document)
      .filter(({ key, hash }) => !isKnown(document.found.path, key, hash))
      .map(({ key, hash, place }) =>
        report(
          UNKNOWN,
          place,
          `Based On.${key}: expected a hash that the authoritative section once had, found ${hash}`,
        ),
      ),
  )
