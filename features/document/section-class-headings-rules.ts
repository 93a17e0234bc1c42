import { type ContentClass, isStricter } from '#features/access/class-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import { slugOf, takeAnchor } from '#features/document/slug-rules.ts'

const HEADING: Rule = {
  code: 'section-class-heading',
  severity: 'error',
  mend: 'Give one of the two sections another heading.',
}

type ClassOf = (key: string) => ContentClass

/** The anchors that the sections of a text would have if those were not there that are stricter than one. */
function anchorsBelow(sections: ReadSource['sections'], classOf: ClassOf, own: ContentClass) {
  const taken = new Map(
    sections.filter(({ number }) => number !== null).map(({ anchor }): [string, number] => [anchor, 1]),
  )
  const seen = sections.filter(({ key, number }) => number === null && !isStricter(classOf(key), own))
  return new Map(seen.map(({ key, anchor, heading }) => [key, takeAnchor(slugOf(heading) || anchor, taken)]))
}

/**
 * Headings without a number that a section above has too which fewer may read: the anchor of the later one is counted,
 * and would tell what the withheld one is called.
 * @param own class of the document
 */
export function checkHeadings({ authoritative, sources }: ReadDocument, own: ContentClass): Diagnostic[] {
  const classes = authoritative.sectionClasses?.classes
  if (!classes || classes.size === 0) return []
  const classOf = (key: string): ContentClass => classes.get(key) ?? own
  return sources.flatMap(({ sections, source: { file } }) =>
    sections
      .filter(
        ({ key, number, heading }) =>
          number === null && slugOf(heading) !== '' && classOf(key) !== 'RESTRICTED',
      )
      .filter(({ key, anchor }) => anchorsBelow(sections, classOf, classOf(key)).get(key) !== anchor)
      .map(({ key, heading, line }) => {
        const expected = `expected another heading for ${key} than a section above it has that fewer may read`
        return report(HEADING, { file, line, column: 1 }, `${expected}, found ${heading}`)
      }),
  )
}
