import { LRUCache } from 'lru-cache'
import type { Section } from '#features/document/section-model.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'

/** Characters of Markdown whose sections are remembered; read, they take some ten times as much memory. */
const REMEMBERED = 4 * 1024 * 1024

const known = new LRUCache<string, readonly Section[]>({
  maxSize: REMEMBERED,
  sizeCalculation: (_, markdown) => markdown.length + 1,
})

/**
 * The sections of a text that was let in once, not to be changed. Reading Markdown is the dearest part of rendering a
 * page, and every page of a document reads the same text.
 */
export function sectionsOfText(path: string, markdown: string): readonly Section[] {
  const remembered = known.get(markdown)
  if (remembered) return remembered
  const { text } = readText(path, markdown)
  const sections = text ? sectionsOf(text.body, text.sectionNames) : []
  known.set(markdown, sections)
  return sections
}
