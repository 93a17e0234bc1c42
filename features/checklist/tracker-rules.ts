import type { Root } from 'mdast'
import { isOwnerRole, OWNER_ROLES } from '#features/access/role-model.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { isStatus, STATUS_SIGNS, STATUSES } from '#features/checklist/status-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import { type Cell, findTracker } from '#features/checklist/tracker-table-rules.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const error = (code: string, mend: string): Rule => ({ code, severity: 'error', mend })

const NUMBER = error('tracker-number', 'Number the workstream with a whole number from 1 to 999.')
const DUPLICATE = error('tracker-duplicate', 'Give each workstream a number of its own.')
const TITLE = error('tracker-title', 'Name the workstream in at most 200 characters.')
const OWNER = error('tracker-owner', `Write one of ${OWNER_ROLES.join(', ')}.`)
const DATE = error('tracker-date', 'Write a day of the calendar as YYYY-MM-DD.')
const STATUS = error('tracker-status', `Write one of ${STATUSES.join(', ')}, with or without its sign.`)
const SIGN = error('tracker-sign', 'Write the sign that belongs to the status, or none.')

const MAX_TITLE = 200
const SIGNED = /^(?:([^\p{L}\p{N}\s_]+)\s*)?(.*)$/su

const shown = (text: string) => (text === '' ? 'an empty cell' : text.slice(0, 80))

/** One row, or null with what is wrong in it pushed to `diagnostics`. */
function readRow(cells: readonly Cell[], diagnostics: Diagnostic[]): PlacedTrackerRow | null {
  const [number, title, owner, date, statusCell] = cells
  if (!number || !title || !owner || !date || !statusCell) return null
  const wrong = (rule: Rule, cell: Cell, expected: string, found = shown(cell.text)) => {
    diagnostics.push(report(rule, cell.place, `expected ${expected}, found ${found}`))
    return null
  }
  const [, sign, code = ''] = SIGNED.exec(statusCell.text) ?? []
  const status = isStatus(code) ? code : wrong(STATUS, statusCell, STATUSES.join(', '))
  if (status && sign && sign.replace(/\uFE0F/gu, '') !== STATUS_SIGNS[status]) {
    wrong(SIGN, statusCell, `${STATUS_SIGNS[status]} before ${status}`, sign)
  }
  const numbered = /^[1-9]\d{0,2}$/.test(number.text) || wrong(NUMBER, number, 'a number from 1 to 999')
  const { length } = title.text
  if (length === 0 || length > MAX_TITLE) wrong(TITLE, title, `1 to ${MAX_TITLE} characters`, `${length}`)
  const ownerRole = isOwnerRole(owner.text) ? owner.text : wrong(OWNER, owner, 'an owner role')
  const targetDate = parseDay(date.text) ?? wrong(DATE, date, 'a day YYYY-MM-DD')
  if (!numbered || !ownerRole || !targetDate || !status) return null
  const places = {
    number: number.place,
    title: title.place,
    ownerRole: owner.place,
    targetDate: date.place,
    status: statusCell.place,
  }
  return { number: Number(number.text), title: title.text, ownerRole, targetDate, status, places }
}

function duplicatesIn(rows: readonly Cell[][]): Diagnostic[] {
  const first = new Map<string, Cell>()
  return rows.flatMap(([number]) => {
    const earlier = number && first.get(number.text)
    if (number && !earlier) first.set(number.text, number)
    if (!number || !earlier) return []
    const found = `expected a number of its own, found ${shown(number.text)} as in line ${earlier.place.line}`
    return [report(DUPLICATE, number.place, found)]
  })
}

/** The tracker table of a body, each cell with its place. Null where there is none, or where one of its cells is wrong. */
export function readTracker(
  file: string,
  body: Root,
): { rows: PlacedTrackerRow[] | null; diagnostics: Diagnostic[] } {
  const table = findTracker(file, body)
  const diagnostics = [...table.diagnostics, ...duplicatesIn(table.rows ?? [])]
  const rows = table.rows?.flatMap(cells => readRow(cells, diagnostics) ?? []) ?? null
  return { rows: diagnostics.length === 0 ? rows : null, diagnostics }
}
