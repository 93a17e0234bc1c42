/**
 * What means something in the midst of a line of Markdown (CommonMark 2.4, GFM tables and strikethrough), and where an
 * address would become a link, whose signs could not be escaped.
 */
const SIGNS = /[\\`*_[\]<>|~#&@]|:(?=\/\/)|(?<=www)\./gi

/** A text as it is, on one line: nothing in it is markup, and it may stand in a table. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SIGNS, sign => `\\${sign}`)

/**
 * A value never translated, on one line, as one code span: nothing in it is markup. Its fence is longer than any run of
 * backticks in it, which it may not touch (CommonMark 6.1).
 */
export function code(text: string): string {
  const value = text.replace(/\s+/g, ' ').trim()
  if (value === '') return ''
  const runs = value.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map(run => run.length)) + 1)
  const pad = /^`|`$/.test(value) ? ' ' : ''
  return fence + pad + value + pad + fence
}

/** @param label Markdown */
export const link = (label: string, address: string): string => `[${label}](<${address}>)`

export const listOf = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

/** Escapes what would end the cell. GFM reads `\|` as a sign in a code span too ("Tables"). */
const cellOf = (cell: string): string => cell.replace(/\\.|\|/gs, found => (found === '|' ? '\\|' : found))

const rowOf = (cells: readonly string[]): string => `| ${cells.map(cellOf).join(' | ')} |`

/** A table of cells that are Markdown on one line. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [rowOf(head), rowOf(head.map(() => '---')), ...rows.map(rowOf)].join('\n')

/** Parts of a text, each a block of its own; empty ones are left out. */
export const blocks = (...parts: readonly (string | null)[]): string =>
  `${parts.filter(part => part !== null && part !== '').join('\n\n')}\n`
