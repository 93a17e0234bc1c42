import type { ListItem, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { AcceptanceItem } from '#features/document/acceptance-model.ts'
import type { Section } from '#features/document/section-model.ts'

const itemOf = (node: ListItem): AcceptanceItem => ({
  met: node.checked === true,
  line: node.position?.start.line ?? 1,
  nodes: node.children,
})

/** Every task list item of a section, those within others included, in the order of the text. */
export function acceptanceItemsOf(section: Section): AcceptanceItem[] {
  const items: AcceptanceItem[] = []
  for (const node of section.nodes as readonly Nodes[]) {
    visit(node, 'listItem', item => {
      if (typeof item.checked === 'boolean') items.push(itemOf(item))
    })
  }
  return items
}
