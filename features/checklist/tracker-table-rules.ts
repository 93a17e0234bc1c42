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

const looksLikeTracker = (rows: readonly Cell[][]): boolean =>
  rows.some(
    row =>
      row.some(cell => STATUS.test(cell.text)) ||
      (row.some(cell => isOwnerRole(cell.text)) && row.some(cell => parseDay(cell.text))),
  )

/** Whether a node is a table headed `#`. In a checklist, that is its tracker. */
export function isTrackerTable(node: Nodes): node is Table {
  const head = node.type === 'table' ? node.children[0]?.children[0] : undefined
  return head !== undefined && textOf(head).trim() === '#'
}

function tablesOf(body: Root): Table[] {
  const tables: Table[] = []
  visit(body, 'table', table => {
    if (isTrackerTable(table)) tables.push(table)
  })
  return tables
}

/**
 * The rows of the tracker table, each with its five cells. A table headed `#` is one when its rows speak of statuses, or
 * of owners and dates. Null where the text has none, or none that can be read.
 */
export function findTracker(file: string, body: Root): { rows: Cell[][] | null; diagnostics: Diagnostic[] } {
  const likely = tablesOf(body)
    .map(({ children: [head, ...rows] }) => ({
      head: head ? cellsOf(head, file) : [],
      rows: rows.map(row => cellsOf(row, file)),
    }))
    .filter(table => looksLikeTracker(table.rows))
  const [tracker, ...others] = likely.filter(table => table.head.length === WIDTH)
  const miscounted = tracker
    ? tracker.rows.filter(row => row.length !== WIDTH)
    : likely.map(table => table.head)
  const start: Place = { file, line: 1, column: 1 }
  const diagnostics = [
    ...miscounted.map(cells =>
      report(COLUMNS, cells[0]?.place ?? start, `expected 5 columns, found ${cells.length}`),
    ),
    ...others.map(({ head }) =>
      report(TWICE, head[0]?.place ?? start, 'expected one tracker table, found another'),
    ),
  ]
  return { rows: tracker && diagnostics.length === 0 ? tracker.rows : null, diagnostics }
}
