import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { EXIT, visit } from 'unist-util-visit'
import { type ContentClass, isStricter, strictest } from '#features/access/class-model.ts'
import { isTrackerTable } from '#features/checklist/tracker-table-rules.ts'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { beginsAsBlockerNote } from '#features/document/blocker-rules.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import { checkFootnotes } from '#features/document/section-class-footnotes-rules.ts'
import { checkHeadings } from '#features/document/section-class-headings-rules.ts'
import { checkPairs } from '#features/document/section-class-pairs-rules.ts'

const ABSENT: Rule = {
  code: 'section-class-absent',
  severity: 'error',
  mend: 'Correct the key, or take the line out.',
}
const BELOW: Rule = {
  code: 'class-below-document',
  severity: 'error',
  mend: 'Write a class as strict as the document’s or stricter, or take the line out.',
}
const TRACKER: Rule = {
  code: 'section-class-tracker',
  severity: 'error',
  mend: 'Move what fewer may read into a section of its own, or give the whole document the class.',
}
const DISAGREES: Rule = {
  code: 'section-class-disagrees',
  severity: 'error',
  mend: 'Leave the class out of the translation: that of the authoritative text counts for every language.',
}
const NO_NOTES: Rule = {
  code: 'note-class-without-notes',
  severity: 'error',
  mend: 'Take `Note Class` out: only a checklist has notes.',
}

const OUTSIDE: Rule = {
  code: 'note-outside',
  severity: 'error',
  mend: 'Move the words into the blocker note of the workstream’s section, or give their section the class of the notes.',
}

/** The words of a blocker, as notes begin; the tracker has no colon. */
const BLOCKER_WORDS = /🔴\uFE0F?\s*BLOCKED\s*[:：]/u

/** Whether a part of a section that is no note has words of a blocker, or a note within it. */
function hasBlocker(node: RootContent): boolean {
  if (beginsAsBlockerNote(node)) return false
  let found = BLOCKER_WORDS.test(textOf(node))
  visit(node, 'blockquote', quote => {
    found ||= beginsAsBlockerNote(quote)
    return found ? EXIT : undefined
  })
  return found
}

const at = ({ file, line, column }: Place): string => `${file}:${line}:${column}`
const startOf = ({ source: { file } }: ReadSource): Place => ({ file, line: 1, column: 1 })

function checkSections({ authoritative }: ReadDocument, own: ContentClass): Diagnostic[] {
  const { sectionClasses, facts, sections } = authoritative
  if (!sectionClasses) return []
  const keys = new Set(facts.sections.map(({ key }) => key))
  const tracker = sections.find(({ nodes }) => nodes.some(isTrackerTable))?.key
  return [...sectionClasses.classes].flatMap(([key, given]) => {
    const place = sectionClasses.placeOf([key])
    if (!keys.has(key))
      return report(ABSENT, place, `Section Classes: expected a section of the text, found ${key}`)
    if (isStricter(own, given))
      return report(BELOW, place, `Section Classes.${key}: expected ${own} or stricter, found ${given}`)
    if (key === tracker && isStricter(given, own))
      return report(TRACKER, place, `Section Classes.${key}: expected ${own} for the tracker, found ${given}`)
    return []
  })
}

function checkNotes({ authoritative }: ReadDocument, own: ContentClass): Diagnostic[] {
  const given = authoritative.facts.metadata.noteClass
  if (given === null) return []
  const place = authoritative.noteClassPlace ?? startOf(authoritative)
  if (!authoritative.rows) return [report(NO_NOTES, place, 'expected no `Note Class`, found one')]
  return isStricter(own, given)
    ? [report(BELOW, place, `Note Class: expected ${own} or stricter, found ${given}`)]
    : []
}

/** Words of blockers that stand where more may read them than may read notes. */
function checkOutside(document: ReadDocument, own: ContentClass): Diagnostic[] {
  const { facts, sectionClasses } = document.authoritative
  const noteClass = strictest(own, facts.metadata.noteClass ?? own)
  return document.sources.flatMap(({ sections, source: { file } }) =>
    sections
      .filter(({ key }) => isStricter(noteClass, sectionClasses?.classes.get(key) ?? own))
      .flatMap(({ nodes }) => nodes)
      .filter(hasBlocker)
      .map(({ position }) => {
        const { line, column } = position?.start ?? { line: 1, column: 1 }
        const message = `expected words of a blocker in its note, whose class is ${noteClass}, found them outside`
        return report(OUTSIDE, { file, line, column }, message)
      }),
  )
}

/** What a translation says of classes must be what the authoritative text says. */
function compareClasses(authoritative: ReadSource, translation: ReadSource): Diagnostic[] {
  const { sectionClasses, facts, noteClassPlace } = translation
  const diagnostics = [...(sectionClasses?.classes ?? [])].flatMap(([key, given]) => {
    const expected = authoritative.sectionClasses?.classes.get(key)
    if (!sectionClasses || expected === given) return []
    const where = authoritative.sectionClasses?.placeOf([key]) ?? startOf(authoritative)
    const message = `Section Classes.${key}: expected ${expected ?? 'none'} as in ${at(where)}, found ${given}`
    return [report(DISAGREES, sectionClasses.placeOf([key]), message)]
  })
  const given = facts.metadata.noteClass
  const expected = authoritative.facts.metadata.noteClass
  if (given === null || given === expected) return diagnostics
  const where = at(authoritative.noteClassPlace ?? startOf(authoritative))
  const message = `Note Class: expected ${expected ?? 'none'} as in ${where}, found ${given}`
  return [...diagnostics, report(DISAGREES, noteClassPlace ?? startOf(translation), message)]
}

/**
 * Holds the classes of a document's sections and notes against its own: what may not be read by all who may read the
 * document, never by more.
 * @param own class of the document
 */
export const checkSectionClasses = (document: ReadDocument, own: ContentClass): Diagnostic[] => [
  ...checkSections(document, own),
  ...checkNotes(document, own),
  ...checkOutside(document, own),
  ...checkPairs(document, own),
  ...checkFootnotes(document, own),
  ...checkHeadings(document, own),
  ...document.sources
    .filter(source => source !== document.authoritative)
    .flatMap(source => compareClasses(document.authoritative, source)),
]
