import { createHash } from 'node:crypto'
import type { DocumentText } from '#features/document/document-model.ts'
import type { Section } from '#features/document/section-model.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { sectionWords } from '#features/document/section-words-rules.ts'
import type { TextSection } from '#features/document/text-section-model.ts'

export const TOP = 'top'

/** 12 hexadecimal digits of the sha-256 of a section's words. */
const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 12)

/** Sections with the title of their text as the heading of the words before the first one, be there any or not. */
export function titledSections(title: string, sections: readonly Section[]): Section[] {
  const [first, ...rest] = sections
  if (first?.key === TOP) return [{ ...first, heading: title }, ...rest]
  return [{ number: null, heading: title, key: TOP, anchor: TOP, line: 1, nodes: [] }, ...sections]
}

/** The sections of a text as they are kept, in their order. The first is `top`, with the title, in every text. */
export const textSectionsOf = ({ title, body, sectionNames }: DocumentText): TextSection[] =>
  titledSections(title, sectionsOf(body, sectionNames)).map(section => ({
    key: section.key,
    number: section.number,
    heading: section.heading,
    anchor: section.anchor,
    hash: hashOf(sectionWords(section)),
  }))
