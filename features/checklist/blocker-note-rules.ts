import type { Nodes, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { BlockerNote } from '#features/checklist/checklist-model.ts'
import type { Blockage } from '#features/checklist/workstream-model.ts'
import { blockerNoteOf, isBlockerNote } from '#features/document/blocker-rules.ts'
import type { TextStanding } from '#features/document/document-view-model.ts'
import type { Section } from '#features/document/section-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

/** What stands between the parts of a part; between the words of a line nothing does. */
const BETWEEN: Partial<Record<Nodes['type'], string>> = {
  blockquote: '\n\n',
  list: '\n',
  listItem: '\n',
  table: '\n',
  tableRow: ' ',
}

function wordsIn(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (!('children' in node)) return textOf(node)
  return node.children.map(wordsIn).join(BETWEEN[node.type] ?? '')
}

/** The words of a note without their marks: its lines are lines, and a blank one stands between its paragraphs. */
export const noteWords = (nodes: readonly RootContent[]): string =>
  nodes
    .map(node => wordsIn(node).trim())
    .join('\n\n')
    .trim()

/** Words in one line, by which they are the same wherever lines were broken. */
export const inOneLine = (words: string): string => words.trim().split(/\s+/).join(' ')

/** Words of the ledger, which are no Markdown, as paragraphs. */
const paragraphs = ({ text }: AuthoredText): RootContent[] =>
  text
    .split(/\n{2,}/)
    .map(value => ({ type: 'paragraph', children: [{ type: 'text', value: value.trim() }] }) as const)

/**
 * What a standing block says: the ledger's words in the page's language, else those of the section's note if they can
 * be of this block and are not the ledger's in another language, else those.
 * @param ofSection the note in the section of the text shown
 */
export function blockerNote(
  { note, raisedOn }: Blockage,
  ofSection: readonly RootContent[] | null,
  { lang, authority, recordedAt, isLaterThanAsked }: TextStanding,
  locale: Locale,
): BlockerNote | null {
  const recorded = localizedText(note, locale)
  const isOfThisBlock = !isLaterThanAsked && dayInTbilisi(recordedAt) >= raisedOn
  const ofText = ofSection && { nodes: ofSection, lang, authority }
  if (!recorded) return ofText
  // Words given in one language alone stand in every text: they are of that language wherever they stand.
  const isRecorded = ofSection && inOneLine(noteWords(ofSection)) === inOneLine(recorded.text)
  if (recorded.lang !== locale && lang === locale && isOfThisBlock && ofText && !isRecorded) return ofText
  return { ...recorded, nodes: paragraphs(recorded) }
}

/** What a section says besides its blocker note, where that is shown already. */
export const besidesNote = (section: Section, shown: BlockerNote | null): RootContent[] =>
  section.nodes.filter(node => {
    if (!shown || !isBlockerNote(node)) return true
    const own = blockerNoteOf({ ...section, nodes: [node] })
    return inOneLine(noteWords(own ?? [])) !== inOneLine(noteWords(shown.nodes))
  })
