import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { acceptanceItemsOf } from '#features/document/acceptance-rules.ts'
import type { PlacedMapping } from '#features/document/document-model.ts'
import type { Section } from '#features/document/section-model.ts'

const WORKSTREAM: Rule = {
  code: 'evidence-workstream',
  severity: 'error',
  mend: 'Write the number of a workstream of the table.',
}
const ITEM: Rule = {
  code: 'evidence-item',
  severity: 'error',
  mend: 'Write the number that the acceptance item has in its section, counted from 1.',
}
const DISAGREES: Rule = {
  code: 'evidence-disagrees',
  severity: 'error',
  mend: 'Leave `Evidence` out of the translation, or make it equal to that of the authoritative text.',
}

const itemsIn = (sections: readonly Section[], number: number): number =>
  sections
    .filter(section => section.number === number)
    .reduce((count, section) => count + acceptanceItemsOf(section).length, 0)

/** What a mapping names that its document does not have. */
export function checkMapping(
  { mapping, placeOf }: PlacedMapping,
  numbers: readonly number[],
  sections: readonly Section[],
): Diagnostic[] {
  return mapping.workstreams.flatMap(({ number, items }) => {
    const path = ['workstreams', number]
    if (!numbers.includes(number))
      return report(WORKSTREAM, placeOf(path), `expected a workstream of the table, found ${number}`)
    const count = itemsIn(sections, number)
    return items
      .filter(({ item }) => item > count)
      .map(({ item }) =>
        report(
          ITEM,
          placeOf([...path, 'items', item]),
          `expected one of the ${count} acceptance items of section ${number}, found ${item}`,
        ),
      )
  })
}

const at = ({ file, line, column }: Place) => `${file}:${line}:${column}`

/** Whether a translation that says something of evidence says what the authoritative text does. */
export function compareMappings(
  authoritative: PlacedMapping | null,
  translation: PlacedMapping | null,
): Diagnostic[] {
  if (!translation) return []
  if (JSON.stringify(authoritative?.mapping) === JSON.stringify(translation.mapping)) return []
  const expected = authoritative
    ? `the same as in ${at(authoritative.placeOf([]))}`
    : 'no `Evidence`, as in the authoritative text'
  return [report(DISAGREES, translation.placeOf([]), `expected ${expected}, found another`)]
}
