import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

/** The first paragraph among some nodes in at most so many characters, cut between words; empty where there is none. */
export function summaryOf(nodes: readonly RootContent[], longest: number): string {
  const paragraph = nodes.find(node => node.type === 'paragraph')
  const text = paragraph ? textOf(paragraph).replace(/\s+/g, ' ').trim() : ''
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}
