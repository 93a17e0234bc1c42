import type { Section } from '#features/document/section-model.ts'

// A heading of level 2 takes one line, or some with a line of hyphens below them (CommonMark 4.2, 4.3).
const HEADING = /^ {0,3}##(?!#)[^\n]*(?:\n|$)/
const UNDERLINED_HEADING = /^.*?\n {0,3}-+[ \t]*(?:\n|$)/s

function withoutHeading(lines: string, { heading }: Section): string {
  const rest = lines.replace(HEADING, '')
  return rest === lines && heading !== '' ? lines.replace(UNDERLINED_HEADING, '') : rest
}

const withoutBlankEnds = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()

/** The sections of a text as its author wrote them, in their order: from below a heading to above the next. */
export function sectionSources(sections: readonly Section[], markdown: string): string[] {
  const lines = markdown.split('\n')
  return sections.map((section, index) => {
    const own = lines.slice(section.line - 1, (sections[index + 1]?.line ?? lines.length + 1) - 1)
    return withoutBlankEnds(withoutHeading(own.join('\n'), section))
  })
}
