import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

/** The footnotes that nodes refer to, and those these refer to. */
export function referredBy(nodes: readonly Nodes[], known: ReadonlyMap<string, FootnoteDefinition>) {
  const found = new Set<FootnoteDefinition>()
  const queue: Nodes[] = [...nodes]
  for (const node of queue) {
    visit(node, 'footnoteReference', reference => {
      const definition = known.get(reference.identifier)
      if (!definition || found.has(definition)) return
      found.add(definition)
      queue.push(definition)
    })
  }
  return found
}

/** A function that adds to some of the body's nodes the footnotes they refer to, and those these refer to. */
export function withFootnotes(body: Root): (nodes: readonly RootContent[]) => RootContent[] {
  const known = new Map<string, FootnoteDefinition>()
  visit(body, 'footnoteDefinition', node => {
    if (!known.has(node.identifier)) known.set(node.identifier, node)
  })
  return nodes => (known.size === 0 ? [...nodes] : [...nodes, ...referredBy(nodes, known)])
}
