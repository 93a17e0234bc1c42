import type { Nodes, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

/** Nodes whose words follow each other without a gap. */
const LEAVES = new Set(['paragraph', 'heading', 'tableCell', 'code', 'html', 'thematicBreak', 'definition'])

function* leavesOf(node: Nodes): Generator<string> {
  if (node.type === 'html' || node.type === 'definition') return
  if (LEAVES.has(node.type) || !('children' in node)) yield textOf(node)
  else for (const child of node.children) yield* leavesOf(child)
}

/** The words of a part of a document, as one line: raw HTML, which pages drop, is none of them. */
export const plainText = (nodes: readonly RootContent[]): string =>
  nodes
    .flatMap(node => [...leavesOf(node)])
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
