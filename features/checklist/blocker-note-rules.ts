import type { RootContent } from 'mdast'
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

/** Words of the ledger, which are no Markdown, as paragraphs. */
const paragraphs = ({ text }: AuthoredText): RootContent[] =>
  text
    .split(/\n{2,}/)
    .map(value => ({ type: 'paragraph', children: [{ type: 'text', value: value.trim() }] }) as const)

/**
 * What a standing block says: the ledger's words in the page's language, else those of the section's note if they can
 * be of this block, else the ledger's in another language.
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
  if (recorded.lang !== locale && lang === locale && isOfThisBlock && ofText) return ofText
  return { ...recorded, nodes: paragraphs(recorded) }
}

/** What a section says besides its blocker note, where that is shown already. */
export const besidesNote = (section: Section, shown: BlockerNote | null): RootContent[] =>
  section.nodes.filter(node => {
    if (!shown || !isBlockerNote(node)) return true
    const own = blockerNoteOf({ ...section, nodes: [node] })
    return plainNote(own ?? []) !== plainNote(shown.nodes)
  })

/** A note in plain words, a blank line between its paragraphs. */
export const plainNote = (nodes: readonly RootContent[]): string =>
  nodes.map(node => textOf(node).trim()).join('\n\n')
