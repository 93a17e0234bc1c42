import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { beginsAsBlockerNote } from '#features/document/blocker-rules.ts'
import { readBytes } from '#features/document/bytes-rules.ts'
import { type Conflict, conflictsIn, isConflict } from '#features/document/conflict-rules.ts'
import { joinLines, type Line, splitLines } from '#features/document/line-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'

const ELSEWHERE: Rule = {
  code: 'conflict-elsewhere',
  severity: 'error',
  mend: 'Decide by hand what is to stand here, delete the markers, and run `mza resolve` again.',
}

/** A text without conflicts, and the workstreams whose blocker note was in one. */
export interface ChosenText {
  readonly source: string
  /** By number, with the 1-based line of the conflict and whether the two sides said other words. */
  readonly contested: ReadonlyMap<number, { readonly line: number; readonly isDifferent: boolean }>
}

type Side = 'ours' | 'theirs'

/** What the ledger says too, in the lines that one side has for a conflict. */
interface Derived {
  readonly rows: readonly PlacedTrackerRow[]
  /** Workstreams with a blocker note there. */
  readonly notes: readonly number[]
  /** All other lines but empty ones, which git has drawn into the conflict. */
  readonly others: string
}

const isBlank = ({ text }: Line) => text.trim() === ''

/** What one side has for each conflict, when the whole text is read with that side. */
function readSide(
  file: string,
  pieces: readonly (Line | Conflict)[],
  side: Side,
): { derived: ReadonlyMap<Conflict, Derived>; diagnostics: readonly Diagnostic[] } {
  const whole = joinLines(pieces.flatMap(piece => (isConflict(piece) ? piece[side] : piece)))
  const { text: letIn, diagnostics } = readBytes(file, Buffer.from(whole))
  const { text, diagnostics: wrong } = letIn === null ? { text: null, diagnostics } : readText(file, letIn)
  if (!text) return { derived: new Map(), diagnostics: wrong }
  const rowAt = new Map(text.tracker?.map(row => [row.places.number.line, row]))
  const noteAt = new Map(
    sectionsOf(text.body).flatMap(({ number, nodes }) =>
      nodes.filter(beginsAsBlockerNote).flatMap(({ position }) => {
        const [first, last] = [position?.start.line ?? 1, position?.end.line ?? 0]
        if (number === null) return []
        return Array.from({ length: last - first + 1 }, (_, index) => [first + index, number] as const)
      }),
    ),
  )
  const derived = new Map<Conflict, Derived>()
  let above = 0
  for (const piece of pieces) {
    const lines = isConflict(piece) ? piece[side] : [piece]
    const numbers = lines.map((_, index) => above + index + 1)
    if (isConflict(piece))
      derived.set(piece, {
        rows: numbers.flatMap(number => rowAt.get(number) ?? []),
        notes: [...new Set(numbers.flatMap(number => noteAt.get(number) ?? []))],
        others: joinLines(
          lines.filter((line, index) => {
            const number = above + index + 1
            return !isBlank(line) && !rowAt.has(number) && !noteAt.has(number)
          }),
        ),
      })
    above += lines.length
  }
  return { derived, diagnostics: [] }
}

const NONE: Derived = { rows: [], notes: [], others: '' }

/** The words of a row that the ledger does not know. */
const ownWords = ({ rows }: Derived) =>
  JSON.stringify(rows.map(({ number, title, ownerRole }) => [number, title, ownerRole]))

const wordsOf = (lines: readonly Line[]) =>
  lines
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n')

/**
 * Takes conflicts out of a text where they lie in the rows of its tracker table or around a blocker note: there the
 * ledger knows what is to stand, so either side will do for the moment. Rows must differ in status and date alone.
 * @param source the text as its file has it
 * @returns null with a diagnostic a conflict where one lies elsewhere
 */
export function chooseSides(
  file: string,
  source: string,
): { chosen: ChosenText | null; diagnostics: readonly Diagnostic[] } {
  const { pieces, broken } = conflictsIn(splitLines(source))
  const conflicts = pieces.filter(isConflict)
  const at = (line: number) => ({ file, line, column: 1 })
  if (broken.length > 0)
    return {
      chosen: null,
      diagnostics: broken.map(line =>
        report(ELSEWHERE, at(line), 'expected a whole conflict, found a marker without its counterpart'),
      ),
    }
  if (conflicts.length === 0) return { chosen: { source, contested: new Map() }, diagnostics: [] }
  const [ours, theirs] = [readSide(file, pieces, 'ours'), readSide(file, pieces, 'theirs')]
  const unread = [...ours.diagnostics, ...theirs.diagnostics]
  if (unread.length > 0) return { chosen: null, diagnostics: unread }
  const diagnostics = conflicts.flatMap(conflict => {
    const [own, other] = [ours.derived.get(conflict) ?? NONE, theirs.derived.get(conflict) ?? NONE]
    if (own.others !== other.others)
      return report(
        ELSEWHERE,
        at(conflict.line),
        'expected conflicts in rows of the tracker table and in blocker notes alone, found one in other words',
      )
    if (ownWords(own) !== ownWords(other))
      return report(
        ELSEWHERE,
        at(conflict.line),
        'expected rows that differ in status and target date alone, found other numbers, titles or owners',
      )
    return []
  })
  if (diagnostics.length > 0) return { chosen: null, diagnostics }
  const contested = conflicts.flatMap(conflict => {
    const numbers = [ours, theirs].flatMap(side => side.derived.get(conflict)?.notes ?? [])
    const said = [wordsOf(conflict.ours), wordsOf(conflict.theirs)]
    const isDifferent = said[0] !== said[1] && said.every(Boolean)
    return numbers.map(number => [number, { line: conflict.line, isDifferent }] as const)
  })
  const kept = pieces.flatMap(piece => {
    if (!isConflict(piece)) return piece
    const notes = (side: typeof ours) => side.derived.get(piece)?.notes.length ?? 0
    // A note that one side has taken away is still needed where the ledger has no words for it.
    return notes(ours) === 0 && notes(theirs) > 0 ? piece.theirs : piece.ours
  })
  return { chosen: { source: joinLines(kept), contested: new Map(contested) }, diagnostics: [] }
}
