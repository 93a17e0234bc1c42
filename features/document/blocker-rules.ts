import type { Blockquote, Nodes, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Section } from '#features/document/section-model.ts'

const OPENING = /^\s*🔴\uFE0F?\s*BLOCKED(?![\p{L}\p{N}_])\s*[:：]?\s*/u

/** Drops the first `count` UTF-16 units of a node's text, and the nodes they leave empty. Null: nothing is left. */
function withoutStart<T extends Nodes>(node: T, count: number): T | null {
  if (count <= 0) return node
  if ('children' in node) {
    let left = count
    const children = node.children.flatMap(child => {
      const cut = withoutStart(child, left)
      left -= Math.min(left, textOf(child).length)
      return cut ? [cut] : []
    })
    return children.length > 0 ? { ...node, children } : null
  }
  if (!('value' in node) || node.value.length <= count) return null
  return { ...node, value: node.value.slice(count) }
}

function noteIn(quote: Blockquote): RootContent[] | null {
  const [first, ...rest] = quote.children
  const opening = first?.type === 'paragraph' ? OPENING.exec(textOf(first)) : null
  if (!first || !opening) return null
  const trimmed = withoutStart(first, opening[0].length)
  const note: RootContent[] = trimmed ? [trimmed, ...rest] : rest
  return note.length > 0 ? note : null
}

/** Whether a part of a section begins as a blocker note does, be it without words. */
export function beginsAsBlockerNote(node: Nodes): boolean {
  const [first] = node.type === 'blockquote' ? node.children : []
  return first?.type === 'paragraph' && OPENING.test(textOf(first))
}

/** Whether a part of a section is its blocker note. */
export const isBlockerNote = (node: Nodes): boolean => node.type === 'blockquote' && noteIn(node) !== null

/** The words of a section's blockquote that begins with `🔴 BLOCKED`, without that beginning; null where there is none. */
export function blockerNoteOf(section: Section): RootContent[] | null {
  for (const node of section.nodes) {
    const note = node.type === 'blockquote' ? noteIn(node) : null
    if (note) return note
  }
  return null
}
