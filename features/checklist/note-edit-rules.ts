import type { RootContent } from 'mdast'
import { STATUS_SIGNS } from '#features/checklist/status-model.ts'
import { beginsAsBlockerNote } from '#features/document/blocker-rules.ts'
import { escapeMarkdown } from '#features/document/escape-rules.ts'
import { type Line, replaceLines } from '#features/document/line-rules.ts'
import type { Section } from '#features/document/section-model.ts'

/** What stands in the place of a note that kept two parts of the text from becoming one. Pages do not show it. */
const DIVIDER = '<!-- -->'

/** How a note is taken away: without a trace or, where that would join its neighbours, with a divider left. */
export type Removal = 'whole' | 'divided'

interface Span {
  readonly first: number
  readonly last: number
}

const spanOf = ({ position }: RootContent): Span => ({
  first: position?.start.line ?? 1,
  last: position?.end.line ?? 1,
})

const quoted = (words: string): string[] =>
  escapeMarkdown(words).map((line, index) =>
    `> ${index === 0 ? `${STATUS_SIGNS.BLOCKED} BLOCKED: ` : ''}${line}`.trimEnd(),
  )

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === ''

function removeNote(lines: readonly Line[], { first, last }: Span, removal: Removal): Line[] {
  const [before, after] = [lines[first - 2], lines[last]]
  const count = last - first + 1
  if (removal === 'divided')
    return replaceLines(lines, first, count, [
      ...(isBlank(before) ? [] : ['']),
      DIVIDER,
      ...(isBlank(after) ? [] : ['']),
    ])
  if (after === undefined && before && isBlank(before)) return replaceLines(lines, first - 1, count + 1, [])
  // The empty line after goes with it; where there is none on either side, one keeps the neighbours apart.
  if (isBlank(before)) return replaceLines(lines, first, isBlank(after) ? count + 1 : count, [])
  return replaceLines(lines, first, count, isBlank(after) ? [] : [''])
}

function insertNote(lines: readonly Line[], headingEnd: number, note: readonly string[]): Line[] {
  const next = lines[headingEnd]
  if (next === undefined) return replaceLines(lines, headingEnd + 1, 0, ['', ...note])
  if (isBlank(next)) return replaceLines(lines, headingEnd + 2, 0, [...note, ''])
  return replaceLines(lines, headingEnd + 1, 0, ['', ...note, ''])
}

/**
 * Sets, replaces or removes the blocker note of a workstream's section, and changes no other line but empty ones beside
 * it. A new note stands below the heading; of several old ones it replaces the first, and the others go.
 * @param headingEnd 1-based last line of the section's heading
 * @param words null removes the note
 */
export function editNote(
  lines: readonly Line[],
  { section, headingEnd }: { section: Section; headingEnd: number },
  words: string | null,
  removal: Removal,
): Line[] {
  const notes = section.nodes.filter(beginsAsBlockerNote).map(spanOf)
  const surplus = words === null ? notes : notes.slice(1)
  const without = surplus
    .toReversed()
    .reduce<readonly Line[]>((kept, span) => removeNote(kept, span, removal), lines)
  if (words === null) return [...without]
  const [old] = notes
  if (!old) return insertNote(without, headingEnd, quoted(words))
  const gap = isBlank(without[old.last]) ? [] : ['']
  return replaceLines(without, old.first, old.last - old.first + 1, [...quoted(words), ...gap])
}
