/** A line of a text as its file has it. */
export interface Line {
  readonly text: string
  /** `\n`, `\r\n`, `\r`, or nothing where the file ends without. */
  readonly end: string
}

const LINE = /([^\r\n]*)(\r\n|\r|\n)|([^\r\n]+)$/g

/** The lines of a text, from which `joinLines` makes the same text again. Their numbers are those of the text let in. */
export const splitLines = (text: string): Line[] =>
  [...text.matchAll(LINE)].map(([, ended = '', end = '', last]) => ({ text: last ?? ended, end }))

export const joinLines = (lines: readonly Line[]): string => lines.map(({ text, end }) => text + end).join('')

/**
 * Puts lines in place of others, with the line ends that the text has.
 * @param first 1-based number of the first line replaced
 * @param count how many; 0 puts the new ones before it
 */
export function replaceLines(
  lines: readonly Line[],
  first: number,
  count: number,
  texts: readonly string[],
): Line[] {
  const end = lines[0]?.end || '\n'
  const before = lines.slice(0, first - 1)
  const after = lines.slice(first - 1 + count)
  const added = texts.map(text => ({ text, end }))
  const isLast = after.length === 0 && lines.at(-1)?.end === ''
  const whole = [...before.map(line => ({ ...line, end: line.end || end })), ...added, ...after]
  return isLast ? [...whole.slice(0, -1), ...whole.slice(-1).map(line => ({ ...line, end: '' }))] : whole
}
