import type { Heading, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { withFootnotes } from '#features/document/footnote-rules.ts'
import { type SectionNames, sectionKeys, UNNAMED } from '#features/document/section-key-rules.ts'
import type { Section } from '#features/document/section-model.ts'
import { slugOf, takeAnchor } from '#features/document/slug-rules.ts'

const NUMBERED = /^([1-9]\d{0,2})[.)]\s+(.*)$/s

interface Part {
  readonly heading: Heading | null
  readonly nodes: RootContent[]
}

function partsOf(body: Root): Part[] {
  const parts: Part[] = [{ heading: null, nodes: [] }]
  for (const node of body.children) {
    if (node.type === 'heading' && node.depth === 2) parts.push({ heading: node, nodes: [] })
    else if (node.type !== 'footnoteDefinition') parts.at(-1)?.nodes.push(node)
  }
  return parts.filter(part => part.heading !== null || part.nodes.length > 0)
}

function headOf({ heading, nodes }: Part) {
  const text = heading ? textOf(heading).trim() : ''
  const [, number, rest] = NUMBERED.exec(text) ?? []
  const line = (heading ?? nodes[0])?.position?.start.line ?? 1
  return { number: number ? Number(number) : null, heading: rest ?? text, slug: slugOf(text), line }
}

/**
 * The parts of a document in their order. Footnotes go to the sections that refer to them.
 * @param names keys that the text gives to headings without a number
 */
export function sectionsOf(body: Root, names: SectionNames = UNNAMED): Section[] {
  const parts = partsOf(body).map(part => ({
    ...headOf(part),
    nodes: part.nodes,
    named: part.heading !== null,
  }))
  const taken = new Map<string, number>()
  // Numbered ones first: their anchors may not depend on how other headings are worded.
  const anchors = new Map(
    parts.filter(part => part.number !== null).map(part => [part, takeAnchor(`w-${part.number}`, taken)]),
  )
  for (const part of parts) {
    if (part.number === null)
      anchors.set(part, takeAnchor(part.slug || (part.named ? 'section' : 'top'), taken))
  }
  const footnoted = withFootnotes(body)
  const keys = sectionKeys(parts, names)
  return parts.map((part, index) => ({
    number: part.number,
    heading: part.heading,
    key: keys[index] ?? '',
    anchor: anchors.get(part) ?? '',
    line: part.line,
    nodes: footnoted(part.nodes),
  }))
}
