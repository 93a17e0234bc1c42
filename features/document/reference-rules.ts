import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Parents, Root } from 'mdast'

type Definitions = ReadonlyMap<string, Definition>

const hasChildren = (node: Nodes): node is Parents => 'children' in node

function collect(node: Parents, found: Map<string, Definition>): Map<string, Definition> {
  for (const child of node.children) {
    // The first definition of a label counts (CommonMark, "Matching reference links").
    if (child.type === 'definition' && !found.has(child.identifier)) found.set(child.identifier, child)
    else if (hasChildren(child)) collect(child, found)
  }
  return found
}

const target = ({ url, title }: Definition) => ({ url, title: title ?? null })

function resolved(node: LinkReference | ImageReference, definitions: Definitions): Link | Image | null {
  const definition = definitions.get(node.identifier)
  if (!definition) return null
  const position = node.position ? { position: node.position } : {}
  return node.type === 'imageReference'
    ? { type: 'image', ...target(definition), alt: node.alt ?? null, ...position }
    : { type: 'link', ...target(definition), children: node.children, ...position }
}

function walk(parent: Parents, definitions: Definitions): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if (child.type === 'definition') continue
    if (hasChildren(child)) walk(child, definitions)
    const isReference = child.type === 'linkReference' || child.type === 'imageReference'
    children.push((isReference && resolved(child, definitions)) || child)
  }
  parent.children = children as typeof parent.children
}

/** The same tree, changed in place: reference links and images carry their address themselves, definitions are gone. */
export function resolveReferences(root: Root): Root {
  walk(root, collect(root, new Map()))
  return root
}
