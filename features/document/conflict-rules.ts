import type { Line } from '#features/document/line-rules.ts'

/** What git leaves where it could not merge two states of a text. */
export interface Conflict {
  /** 1-based line of the opening marker. */
  readonly line: number
  readonly ours: readonly Line[]
  readonly theirs: readonly Line[]
}

const OPENING = /^<{7}(?: .*)?$/
const BASE = /^\|{7}(?: .*)?$/
const MIDDLE = /^={7}$/
const CLOSING = /^>{7}(?: .*)?$/

const isMarker = (marker: RegExp) => (line: Line) => marker.test(line.text)

const isIn = (from: number, to: number) => from >= 0 && to > from

/** The conflict that opens at an index, and the index after it; null where its markers do not match. */
function conflictAt(lines: readonly Line[], opening: number): { conflict: Conflict; after: number } | null {
  const rest = lines.slice(opening + 1)
  const middle = rest.findIndex(isMarker(MIDDLE))
  const base = rest.findIndex(isMarker(BASE))
  const closing = rest.findIndex((line, index) => index > middle && CLOSING.test(line.text))
  const again = rest.findIndex(isMarker(OPENING))
  if (middle < 0 || closing < 0 || isIn(again, closing)) return null
  return {
    conflict: {
      line: opening + 1,
      // What both began from, as `merge.conflictStyle=diff3` shows it, holds no longer.
      ours: rest.slice(0, isIn(base, middle) ? base : middle),
      theirs: rest.slice(middle + 1, closing),
    },
    after: opening + closing + 2,
  }
}

/**
 * Finds the conflicts that a merge has left in a text.
 * @returns the text in pieces, lines and conflicts, and the 1-based lines of markers without their counterparts
 */
export function conflictsIn(lines: readonly Line[]): {
  pieces: readonly (Line | Conflict)[]
  broken: readonly number[]
} {
  const pieces: (Line | Conflict)[] = []
  const broken: number[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]
    if (!line) break
    const found = OPENING.test(line.text) ? conflictAt(lines, index) : null
    if (!found && (OPENING.test(line.text) || CLOSING.test(line.text))) broken.push(index + 1)
    pieces.push(found?.conflict ?? line)
    index = found?.after ?? index + 1
  }
  return { pieces, broken }
}

export const isConflict = (piece: Line | Conflict): piece is Conflict => 'ours' in piece
