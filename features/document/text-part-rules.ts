import type { FootnoteDefinition, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { beginsAsBlockerNote } from '#features/document/blocker-rules.ts'
import type { DocumentText } from '#features/document/document-model.ts'
import type { CutText, PartKind, TextPart } from '#features/document/text-part-model.ts'

type Cuttable = Pick<DocumentText, 'body' | 'frontLines'>
type Node = RootContent

/** A stretch of lines, counted from 1, the last one included. */
interface Stretch {
  readonly first: number
  readonly last: number
  readonly kind: PartKind
  readonly nodes: readonly Node[]
}

const isFootnote = (node: Node): node is FootnoteDefinition => node.type === 'footnoteDefinition'

const kindOf = (node: Node): PartKind => {
  if (isFootnote(node)) return 'footnote'
  return beginsAsBlockerNote(node) ? 'note' : 'words'
}

const isHeading = (node: Node): boolean => node.type === 'heading' && node.depth === 2

/** Lines that are parts of their own, and between them whatever is not. */
function stretchesIn(nodes: readonly Node[], first: number, last: number): Stretch[] {
  const stretches: Stretch[] = []
  let from = first
  let plain: Node[] = []
  const end = (until: number) => {
    if (until >= from) stretches.push({ first: from, last: until, kind: 'words', nodes: plain })
    plain = []
  }
  for (const node of nodes) {
    const kind = kindOf(node)
    const { start, end: stop } = node.position ?? { start: { line: from }, end: { line: from } }
    if (kind === 'words' || start.line < from) plain.push(node)
    else {
      end(start.line - 1)
      stretches.push({ first: start.line, last: stop.line, kind, nodes: [node] })
      from = stop.line + 1
    }
  }
  end(last)
  return stretches
}

/** The sections of a body as their nodes: first what stands before the first heading, be there anything or not. */
function sectionNodes(body: DocumentText['body']): { line: number; nodes: Node[] }[] {
  const sections: { line: number; nodes: Node[] }[] = [{ line: 1, nodes: [] }]
  for (const node of body.children) {
    if (isHeading(node)) sections.push({ line: node.position?.start.line ?? 1, nodes: [node] })
    else sections.at(-1)?.nodes.push(node)
  }
  return sections
}

/** Footnotes that nodes refer to. */
function namesIn(nodes: readonly Node[]): Set<string> {
  const names = new Set<string>()
  for (const node of nodes) visit(node, 'footnoteReference', ({ identifier }) => void names.add(identifier))
  return names
}

/** Which parts that are no footnotes refer to each footnote, themselves or by another. */
function usersOf(stretches: readonly Stretch[]): ReadonlyMap<string, readonly number[]> {
  const footnotes = stretches.flatMap(({ nodes }) => nodes.filter(isFootnote))
  const refersTo = new Map(footnotes.map(node => [node.identifier, namesIn([node])]))
  const users = new Map<string, number[]>()
  for (const [position, { kind, nodes }] of stretches.entries()) {
    if (kind === 'footnote' || refersTo.size === 0) continue
    const reached = namesIn(nodes)
    for (const name of reached) for (const next of refersTo.get(name) ?? []) reached.add(next)
    for (const name of reached) users.set(name, [...(users.get(name) ?? []), position])
  }
  return users
}

/**
 * Cuts a text into whole lines that the same readers may read: its sections and, as parts of their own, their blocker
 * notes and its footnotes.
 * @param markdown the text that was read
 */
export function cutText(markdown: string, { body, frontLines }: Cuttable): CutText {
  const starts = [0]
  for (let at = markdown.indexOf('\n'); at >= 0; at = markdown.indexOf('\n', at + 1)) starts.push(at + 1)
  const offsetOf = (line: number): number => starts[line - 1] ?? markdown.length
  const sections = sectionNodes(body)
  const stretches = sections.flatMap(({ line, nodes }, section) => {
    const first = section === 0 ? frontLines + 1 : line
    const last = (sections[section + 1]?.line ?? starts.length + 1) - 1
    return stretchesIn(nodes, first, last).map(stretch => ({ ...stretch, section }))
  })
  const written = stretches.filter(({ first, last }) => offsetOf(last + 1) > offsetOf(first))
  const users = usersOf(written)
  const parts = written.map(({ first, last, kind, nodes, section }, position): TextPart => {
    const [footnote] = nodes.filter(isFootnote)
    const usedBy = footnote ? (users.get(footnote.identifier) ?? []) : []
    return { position, section, kind, usedBy, words: markdown.slice(offsetOf(first), offsetOf(last + 1)) }
  })
  return { front: markdown.slice(0, offsetOf(frontLines + 1)), parts }
}
