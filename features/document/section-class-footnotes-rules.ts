import { type ContentClass, isStricter } from '#features/access/class-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { withoutNotes } from '#features/document/section-words-rules.ts'

const FOOTNOTE: Rule = {
  code: 'footnote-class',
  severity: 'error',
  mend: 'Move the footnote into the section that refers to it.',
}

/**
 * Footnotes that stand where fewer may read them than what refers to them: they would be withheld from its readers.
 * @param own class of the document
 */
export function checkFootnotes({ authoritative, sources }: ReadDocument, own: ContentClass): Diagnostic[] {
  const classOf = (key: string | undefined): ContentClass =>
    authoritative.sectionClasses?.classes.get(key ?? '') ?? own
  return sources.flatMap(({ sections, source: { file } }) =>
    sections.flatMap(({ key, nodes }) =>
      withoutNotes(nodes).flatMap(node => {
        if (node.type !== 'footnoteDefinition') return []
        const { line, column } = node.position?.start ?? { line: 1, column: 1 }
        const home = sections.findLast(section => section.line <= line)?.key
        if (!isStricter(classOf(home), classOf(key))) return []
        const expected = `expected footnote ${node.identifier} where all may read it who may read ${key}`
        return [
          report(FOOTNOTE, { file, line, column }, `${expected}, found it in ${home}: ${classOf(home)}`),
        ]
      }),
    ),
  )
}
