import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadSource } from '#features/document/read-model.ts'
import { TOP } from '#features/document/text-section-rules.ts'

/** Sections that are paired by counting may be paired with the wrong ones. */
export const COUNTED_APART = 'section-count'

const COUNT: Rule = {
  code: COUNTED_APART,
  severity: 'warning',
  mend: 'Name the sections of that place under `Sections` in the front matter of the text that has fewer, with the keys they have in the other.',
}

/** What a rule needs to know of a text. */
type Counted = Pick<ReadSource, 'names' | 'source'> & {
  readonly facts: Pick<ReadSource['facts'], 'sections'>
}

/** Headings of the sections without a number, by the key of the one that they are counted after. */
function headingsAfter({ facts }: Counted): ReadonlyMap<string, readonly string[]> {
  const after = new Map<string, string[]>()
  let before = TOP
  for (const { key, number, heading } of facts.sections) {
    if (number !== null || key === TOP) before = key
    else after.set(before, [...(after.get(before) ?? []), heading])
  }
  return after
}

/** Places where a translation has more or fewer sections without a number, and neither text says which they are. */
export function checkSectionCounts(authoritative: Counted, translation: Counted): Diagnostic[] {
  if (authoritative.source === translation.source) return []
  const wanted = headingsAfter(authoritative)
  const found = headingsAfter(translation)
  return [...found].flatMap(([before, own]) => {
    const others = wanted.get(before) ?? []
    const isSure =
      own.length === others.length ||
      others.length === 0 ||
      own.every(heading => translation.names.has(heading)) ||
      others.every(heading => authoritative.names.has(heading))
    const expected = `expected ${others.length} unnumbered sections after ${before}, as ${authoritative.source.file} has`
    const place = { file: translation.source.file, line: 1, column: 1 }
    return isSure ? [] : [report(COUNT, place, `${expected}, found ${own.length}: ${own.join(', ')}`)]
  })
}
