/** A number is written as it is; a text may be anything. */
export type Cell = string | number | null

/** A list as a table: its first row names the columns. */
export interface Table {
  /** What the file is called, without its ending: Latin letters, digits, `-`. */
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Without it, Excel takes UTF-8 for the machine's own code page. */
const BYTE_ORDER_MARK = '\uFEFF'

/** How a formula begins in one spreadsheet or another, full-width signs included (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: spreadsheets show such a cell as
 * text. Numbers are none, and no date begins like one.
 */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

function written(cell: Cell): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : harmless(cell)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180), in UTF-8 with a byte order mark. */
export const csvOf = ({ rows }: Table): string =>
  BYTE_ORDER_MARK + rows.map(row => `${row.map(written).join(',')}\r\n`).join('')
