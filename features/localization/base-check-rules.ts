import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadSource } from '#features/document/read-model.ts'

const SECTION: Rule = {
  code: 'base-section',
  severity: 'error',
  mend: 'Correct the key, or take the line out, as `mza translations mark` does.',
}
const OWN: Rule = {
  code: 'base-of-itself',
  severity: 'warning',
  mend: 'Take `Based On` out of the authoritative text: it is made from no other.',
}

/** What a translation names as made from the authoritative text where one of the two has no such section. */
export function checkBase(authoritative: ReadSource, { facts, base, source }: ReadSource): Diagnostic[] {
  if (!base) return []
  if (source === authoritative.source)
    return [report(OWN, base.placeOf([]), 'expected no `Based On` in the authoritative text, found one')]
  const texts = [
    { file: authoritative.source.file, keys: new Set(authoritative.facts.sections.map(({ key }) => key)) },
    { file: source.file, keys: new Set(facts.sections.map(({ key }) => key)) },
  ]
  return [...base.base.keys()].flatMap(key => {
    const lacking = texts.find(({ keys }) => !keys.has(key))
    const message = `Based On: expected a section of ${lacking?.file}, found ${key}`
    return lacking ? [report(SECTION, base.placeOf([key]), message)] : []
  })
}
