const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

const bare = (line: string) => line.replace(/^[\s>]+/, '').trimEnd()
const cellsIn = (row: string) => row.replace(/^\||\|$/g, '').split('|').length

/** Columns of the table that begins with these two lines; 0 where none does. */
export function tableShape(head: string, delimiters: string): number {
  if (!head.includes('|') || !delimiters.includes('-')) return 0
  const row = bare(delimiters)
  return DELIMITER_ROW.test(row) ? Math.max(cellsIn(bare(head)), cellsIn(row)) : 0
}
