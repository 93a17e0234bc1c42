import { STATUS_SIGNS } from '#features/checklist/status-model.ts'
import type { PlacedTrackerRow, TrackerRow } from '#features/checklist/tracker-model.ts'

/** The facts of a row that owners report. */
export type ReportedFacts = Pick<TrackerRow, 'status' | 'targetDate'>

const TARGET_DATE = 3
const STATUS = 4

interface Span {
  readonly start: number
  readonly end: number
}

/** Where the cells of a row begin and end, spaces around them left out. */
function cellSpans(line: string): Span[] {
  // Only a backslash keeps a bar from ending a cell, in code too (GFM, "Tables").
  const bars = [...line.matchAll(/\\[\\|]|\|/g)].filter(([mark]) => mark === '|').map(({ index }) => index)
  const leads = line.slice(0, bars[0] ?? 0).trim() === ''
  const edges = [...(leads ? [] : [-1]), ...bars, line.length]
  return edges.slice(1).map((end, index) => {
    const start = (edges[index] ?? -1) + 1
    const cell = line.slice(start, end)
    const before = cell.length - cell.trimStart().length
    return { start: start + before, end: start + before + cell.trim().length }
  })
}

/** Replaces the one place where a text says something; null where it does not, or more than once. */
function replaceOnly(text: string, old: string, replacement: string): string | null {
  const at = text.indexOf(old)
  if (at < 0 || text.includes(old, at + 1)) return null
  return text.slice(0, at) + replacement + text.slice(at + old.length)
}

function statusCell(cell: string, from: ReportedFacts, to: ReportedFacts): string {
  const [oldSign, newSign] = [STATUS_SIGNS[from.status], STATUS_SIGNS[to.status]]
  const sign = cell.includes(`${oldSign}\uFE0F`) ? `${oldSign}\uFE0F` : oldSign
  const isSigned = cell.includes(sign)
  const coded = replaceOnly(cell, from.status, to.status)
  const signed = coded !== null && isSigned ? replaceOnly(coded, sign, newSign) : coded
  return signed ?? (isSigned ? `${newSign} ${to.status}` : to.status)
}

/**
 * A line of the tracker table with other facts in it, and no other character changed: a sign before the status becomes
 * the new one's, emphasis and padding stay.
 * @param line as its file has it, without its line end
 */
export function rewriteRow(line: string, row: PlacedTrackerRow, facts: ReportedFacts): string {
  const cells = cellSpans(line)
  const put = (text: string, index: number, write: (cell: string) => string) => {
    const { start, end } = cells[index] ?? { start: 0, end: 0 }
    return text.slice(0, start) + write(text.slice(start, end)) + text.slice(end)
  }
  // From the back, so that the spans before stay where they are.
  const withStatus =
    row.status === facts.status ? line : put(line, STATUS, cell => statusCell(cell, row, facts))
  if (row.targetDate === facts.targetDate) return withStatus
  return put(
    withStatus,
    TARGET_DATE,
    cell => replaceOnly(cell, row.targetDate, facts.targetDate) ?? facts.targetDate,
  )
}
