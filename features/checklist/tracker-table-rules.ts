import type { Nodes, Root, Table, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { isOwnerRole } from '#features/access/role-model.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const COLUMNS: Rule = {
  code: 'tracker-columns',
  severity: 'error',
  mend: 'Give the table five columns: #, workstream, owner, target date, status.',
}
const TWICE: Rule = {
  code: 'tracker-twice',
  severity: 'error',
  mend: 'Keep one tracker table in a document.',
}

const NESTED: Rule = {
  code: 'tracker-nested',
  severity: 'warning',
  mend: 'Take the table out of the quote or list, if the document is to be a checklist.',
}

const WIDTH = 5
const STATUS = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${STATUSES.join('|')})(?![\\p{L}\\p{N}_])`, 'u')

/** A cell of a table: its words, and where they begin. */
export interface Cell {
  readonly text: string
  readonly place: Place
}

const cellsOf = (row: TableRow, file: string): Cell[] =>
  row.children.map(cell => {
    const start = (cell.children[0] ?? cell).position?.start ?? { line: 1, column: 1 }
    return { text: textOf(cell).trim(), place: { file, line: start.line, column: start.column } }
  })

const looksLikeTracker = (rows: readonly (readonly string[])[]): boolean =>
  rows.some(
    cells =>
      cells.some(text => STATUS.test(text)) ||
      (cells.some(text => isOwnerRole(text)) && cells.some(text => parseDay(text))),
  )

const textsOf = ({ children }: Table): string[][] =>
  children.map(row => row.children.map(cell => textOf(cell).trim()))

/** Whether a table is headed `#` and its rows speak of statuses, or of owners and dates, however many columns it has. */
function isLikely(table: Table): boolean {
  const [head, ...rows] = textsOf(table)
  return head?.[0] === '#' && looksLikeTracker(rows)
}

/**
 * Whether a node is a tracker table: headed `#`, of five columns, its rows speaking of statuses, or of owners and dates.
 * Only the blocks of the text itself are meant; what stands in a quote or a list is quoted, and no tracker.
 */
export const isTrackerTable = (node: Nodes): node is Table =>
  node.type === 'table' && node.children[0]?.children.length === WIDTH && isLikely(node)

/** A tracker that stands where it does not count. */
function nestedIn(body: Root): Table | null {
  let found: Table | null = null
  visit(body, 'table', (table, _, parent) => {
    if (parent !== body && isTrackerTable(table)) found ??= table
  })
  return found
}

/**
 * The rows of the tracker table, each with its five cells. Null where the text has none, or none that can be read.
 */
export function findTracker(file: string, body: Root): { rows: Cell[][] | null; diagnostics: Diagnostic[] } {
  const rowsOf = (table: Table) => table.children.map(row => cellsOf(row, file))
  const start: Place = { file, line: 1, column: 1 }
  const placeOf = (cells: readonly Cell[] | undefined) => cells?.[0]?.place ?? start
  const likely = body.children.filter(node => node.type === 'table').filter(isLikely)
  const [tracker, ...others] = likely.filter(isTrackerTable)
  const rows = tracker ? rowsOf(tracker).slice(1) : []
  const miscounted = tracker
    ? rows.filter(cells => cells.length !== WIDTH)
    : likely.map(table => rowsOf(table)[0] ?? [])
  const nested = likely.length === 0 ? nestedIn(body) : null
  const diagnostics = [
    ...miscounted.map(cells => report(COLUMNS, placeOf(cells), `expected 5 columns, found ${cells.length}`)),
    ...others.map(table =>
      report(TWICE, placeOf(rowsOf(table)[0]), 'expected one tracker table, found another'),
    ),
    ...(nested
      ? [
          report(
            NESTED,
            placeOf(rowsOf(nested)[0]),
            'expected a tracker table of the text itself, found a quoted one',
          ),
        ]
      : []),
  ]
  return { rows: tracker && diagnostics.length === 0 ? rows : null, diagnostics }
}
