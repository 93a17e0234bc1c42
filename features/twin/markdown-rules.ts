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

/** A code of the subject: Latin, never translated. Codes hold no backtick. */
export const code = (text: string): string => `\`${text.replaceAll('`', '').replaceAll('|', '\\|')}\``

/** @param label Markdown */
export const link = (label: string, address: string): string => `[${label}](<${address}>)`

export const listOf = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table of cells that are Markdown on one line. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [rowOf(head), rowOf(head.map(() => '---')), ...rows.map(rowOf)].join('\n')

/** Parts of a text, each a block of its own; empty ones are left out. */
export const blocks = (...parts: readonly (string | null)[]): string =>
  `${parts.filter(part => part !== null && part !== '').join('\n\n')}\n`
