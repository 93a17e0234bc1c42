/** What others wrote, as a terminal may show it: on one line, and nothing in it that a terminal would obey. */
export const plain = (text: string): string => text.replaceAll(/\p{C}/gu, '\uFFFD')

/** Rows with their columns below one another, the last as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
