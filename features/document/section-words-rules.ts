import type { ListItem, Nodes, RootContent, Table } from 'mdast'
import { isTrackerTable } from '#features/checklist/tracker-table-rules.ts'
import { beginsAsBlockerNote } from '#features/document/blocker-rules.ts'
import { referredBy } from '#features/document/footnote-rules.ts'
import type { Section } from '#features/document/section-model.ts'

/** Blocks whose parts are words of one line; the parts of any other stand apart. */
const IN_LINE: ReadonlySet<Nodes['type']> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

const TICKS = { true: '[x] ', false: '[ ] ' } as const

/** Whether an acceptance item is met; nothing of an item that is none. */
const tickOf = ({ checked }: ListItem): string => (typeof checked === 'boolean' ? TICKS[`${checked}`] : '')

/** Number and title of each row: the facts beside them are the ledger's, the same in every language. */
const titlesOf = (table: Table): string =>
  table.children.map(row => row.children.slice(0, 2).map(wordsIn).join(' ')).join(' ')

/** What a reader is told by a part of a text. */
function wordsIn(node: Nodes): string {
  if (isTrackerTable(node)) return titlesOf(node)
  if (node.type === 'html') return ''
  if (node.type === 'break') return ' '
  if (node.type === 'image') return `${node.alt ?? ''} ${node.url}`
  if (node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'footnoteReference') return ` [^${node.identifier}]`
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const words = node.children.map(wordsIn).join(IN_LINE.has(node.type) ? '' : ' ')
  if (node.type === 'link') return words === node.url ? words : `${words} ${node.url}`
  return node.type === 'listItem' ? tickOf(node) + words : words
}

const inOneLine = (words: string): string => words.normalize('NFC').trim().split(/\s+/).join(' ')

/** Without blocker notes, and without footnotes to which nothing else refers. */
export function withoutNotes(nodes: readonly RootContent[]): RootContent[] {
  const words = nodes.filter(node => !beginsAsBlockerNote(node))
  const footnotes = words.filter(node => node.type === 'footnoteDefinition')
  if (footnotes.length === 0 || words.length === nodes.length) return words
  const own = words.filter(node => node.type !== 'footnoteDefinition')
  return [...own, ...referredBy(own, new Map(footnotes.map(node => [node.identifier, node])))]
}

/**
 * What a section says, in one line, NFC. Left out is what `mza` itself writes in every language at once: owner, date
 * and status in the tracker, and blocker notes, whose words are the ledger's.
 */
export const sectionWords = ({ heading, nodes }: Pick<Section, 'heading' | 'nodes'>): string =>
  inOneLine([heading, ...withoutNotes(nodes).map(wordsIn)].join(' '))
