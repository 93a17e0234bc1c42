/** Rows under a title: the first column to the left, all others to the right, where figures belong. */
export function table(title: string, rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  return `\n${title}\n\n${rows.map(row => `  ${line(row)}`.trimEnd()).join('\n')}\n`
}
