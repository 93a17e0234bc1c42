import { toString as textOf } from 'mdast-util-to-string'
import { inOneLine, noteWords } from '#features/checklist/blocker-note-rules.ts'
import { editNote, type Removal } from '#features/checklist/note-edit-rules.ts'
import { type ReportedFacts, rewriteRow } from '#features/checklist/row-edit-rules.ts'
import { isTrackerTable } from '#features/checklist/tracker-table-rules.ts'
import { type Diagnostic, hasErrors, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { beginsAsBlockerNote, blockerNoteOf } from '#features/document/blocker-rules.ts'
import { readBytes } from '#features/document/bytes-rules.ts'
import type { DocumentText } from '#features/document/document-model.ts'
import { joinLines, type Line, splitLines } from '#features/document/line-rules.ts'
import type { Section } from '#features/document/section-model.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'

const NO_SECTION: Rule = {
  code: 'section-missing',
  severity: 'error',
  mend: 'Add a section whose heading begins with the number, such as `## 3. Title`, for the blocker note to stand in.',
}
const UNSAFE: Rule = {
  code: 'edit-unsafe',
  severity: 'error',
  mend: 'Put an empty line before and after the blocker note of this section, or edit it by hand.',
}

/** What to say in a text, by the number of the workstream. */
export interface TextEdit {
  /** Cells of the tracker table; a row that says so already keeps its bytes. */
  readonly facts: ReadonlyMap<number, ReportedFacts>
  /** Words of blocker notes in the language of the text; null removes a note. */
  readonly notes: ReadonlyMap<number, string | null>
}

interface Reading {
  readonly text: DocumentText
  readonly sections: readonly Section[]
}

function read(file: string, source: string): Reading | readonly Diagnostic[] {
  const { text: letIn, diagnostics } = readBytes(file, Buffer.from(source))
  if (letIn === null) return diagnostics
  const { text, diagnostics: wrong } = readText(file, letIn)
  if (!text || hasErrors(wrong)) return wrong
  return { text, sections: sectionsOf(text.body) }
}

const isReading = (reading: Reading | readonly Diagnostic[]): reading is Reading => 'text' in reading

function editRows(lines: readonly Line[], { text }: Reading, facts: TextEdit['facts']): Line[] {
  const rowAt = new Map(text.tracker?.map(row => [row.places.number.line, row]))
  return lines.map((line, index) => {
    const row = rowAt.get(index + 1)
    const wanted = row && facts.get(row.number)
    return wanted ? { ...line, text: rewriteRow(line.text, row, wanted) } : line
  })
}

/** The sections to edit, from the last to the first, so that those before keep their lines. */
function editNotes(
  lines: readonly Line[],
  { text, sections }: Reading,
  notes: TextEdit['notes'],
  removal: Removal,
): Line[] {
  const seen = new Set<number>()
  const edits = sections.flatMap(section => {
    const { number } = section
    const words = number === null ? undefined : notes.get(number)
    if (number === null || words === undefined) return []
    // Where a number occurs again the first section has the note.
    const own = seen.has(number) ? null : words
    seen.add(number)
    const heading = text.body.children.find(node => node.position?.start.line === section.line)
    return [{ section, headingEnd: heading?.position?.end.line ?? section.line, words: own }]
  })
  return edits
    .toReversed()
    .reduce<Line[]>((done, { words, ...place }) => editNote(done, place, words, removal), [...lines])
}

/** All that a text says but for cells of its tracker and the notes to edit. */
const remainder = ({ text, sections }: Reading, notes: TextEdit['notes']) =>
  JSON.stringify([
    text.title,
    text.metadata,
    sections.map(({ number, heading, nodes }) => [
      number,
      heading,
      nodes
        .filter(node => node.type !== 'html' && !isTrackerTable(node))
        .filter(node => number === null || !notes.has(number) || !beginsAsBlockerNote(node))
        .map(node => [node.type, textOf(node)]),
    ]),
  ])

/** Whether a text says what it was to say, and nothing else changed. */
function isAsWanted(before: Reading, after: Reading, { facts, notes }: TextEdit): boolean {
  const rows = before.text.tracker?.map(({ places: _, ...row }) => {
    const { status, targetDate } = facts.get(row.number) ?? row
    return { ...row, status, targetDate }
  })
  const found = after.text.tracker?.map(({ places: _, ...row }) => row)
  const isNoted = [...notes].every(([number, words]) => {
    const [first, ...others] = after.sections.filter(section => section.number === number)
    const said = first && blockerNoteOf(first)
    const isSaid = words === null ? !said : said && inOneLine(noteWords(said)) === inOneLine(words)
    return isSaid && others.every(section => blockerNoteOf(section) === null)
  })
  return (
    isNoted &&
    JSON.stringify(rows) === JSON.stringify(found) &&
    remainder(before, notes) === remainder(after, notes)
  )
}

/**
 * Says other facts and other blocker notes in a text. Every byte that has no part in it stays: byte order mark, line
 * ends and unnormalised letters too.
 * @param source the text as its file has it, byte order mark included
 * @returns `source` is null where a diagnostic is an error
 */
export function editText(
  file: string,
  source: string,
  edit: TextEdit,
): { source: string | null; diagnostics: readonly Diagnostic[] } {
  const before = read(file, source)
  if (!isReading(before)) return { source: null, diagnostics: before }
  const missing = [...edit.notes]
    .filter(
      ([number, words]) => words !== null && !before.sections.some(section => section.number === number),
    )
    .map(([number]) =>
      report(NO_SECTION, { file, line: 1, column: 1 }, `expected a section ${number}, found none`),
    )
  if (missing.length > 0) return { source: null, diagnostics: missing }
  const lines = splitLines(source)
  for (const removal of ['whole', 'divided'] as const) {
    const noted = editNotes(editRows(lines, before, edit.facts), before, edit.notes, removal)
    const edited = joinLines(noted)
    const after = read(file, edited)
    if (!isReading(after)) return { source: null, diagnostics: after }
    if (isAsWanted(before, after, edit)) return { source: edited, diagnostics: [] }
  }
  const found =
    'expected to change the table and the blocker notes alone, found that other words would change too'
  const [number] = edit.notes.keys()
  const line = before.sections.find(section => section.number === number)?.line ?? 1
  return { source: null, diagnostics: [report(UNSAFE, { file, line, column: 1 }, found)] }
}
