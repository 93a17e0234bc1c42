import { type ContentClass, isStricter } from '#features/access/class-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'

const UNPAIRED: Rule = {
  code: 'section-class-unpaired',
  severity: 'error',
  mend: 'Give the section the number it has in the authoritative text, or name it under `Sections` in both texts with one word.',
}

/** Keys that are counted, by the key of the section that they are counted after. */
const countedKeys = ({ facts }: ReadSource): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(
    facts.sections.map(({ key }) => key).filter(key => key.includes('.')),
    key => key.split('.')[0] ?? '',
  )

function unpairedIn(authoritative: ReadSource, translation: ReadSource): Diagnostic[] {
  const place = { file: translation.source.file, line: 1, column: 1 }
  const keys = new Set(authoritative.facts.sections.map(({ key }) => key))
  const wanted = countedKeys(authoritative)
  const absent = translation.facts.sections
    .filter(({ key }) => !keys.has(key))
    .map(({ key }) => `expected sections that ${authoritative.source.file} has, found ${key}`)
  const apart = [...countedKeys(translation)].flatMap(([before, own]) => {
    const count = wanted.get(before)?.length ?? 0
    const expected = `expected ${count} sections counted after ${before}, as ${authoritative.source.file} has`
    return count === 0 || own.length === count ? [] : [`${expected}, found ${own.length}`]
  })
  return [...absent, ...apart].map(message => report(UNPAIRED, place, message))
}

/**
 * Sections have classes by their keys: where one has a stricter class than the document, those of a translation are
 * surely paired, or what is withheld in one language would be open in another.
 * @param own class of the document
 */
export function checkPairs({ authoritative, sources }: ReadDocument, own: ContentClass): Diagnostic[] {
  const classes = [...(authoritative.sectionClasses?.classes.values() ?? [])]
  if (!classes.some(given => isStricter(given, own))) return []
  return sources
    .filter(source => source !== authoritative)
    .flatMap(source => unpairedIn(authoritative, source))
}
