// Not within a word: `IN_PROGRESS` has no emphasis.
const MARK = /\]\(|[*~[\]<&`\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^[ \t>]*#/gu
/** What GitHub makes a link of without a mark. */
const ADDRESS = /www\.|https?:|@/gi
/** A link or an image becomes several nodes. */
const LINK = /\]\(/g
const PIPE = /\|/g
const ITEM = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/g
const PREFIX = /^[ \t>]*/
const UNDERLINE = /^[ \t>]{0,3}(?:-+|=+)[ \t]*$/
const BLANK = /^\s*$/

const count = (line: string, pattern: RegExp) => line.match(pattern)?.length ?? 0

/** What a line costs the parser, in units of about 10 kB; found out by trying. */
export function weightOf(line: string, previous: string): number {
  if (BLANK.test(line)) return line === '' ? 0.3 : 0.5
  const first = BLANK.test(previous)
  const underline = UNDERLINE.test(line) && !first ? 6 : 0
  const containers = 2 * ((PREFIX.exec(line)?.[0].split('>').length ?? 1) - 1) + 1.5 * count(line, ITEM)
  return (
    (first ? 2 : 1) +
    underline +
    containers +
    count(line, MARK) +
    3 * count(line, ADDRESS) +
    4 * count(line, LINK) +
    2 * count(line, PIPE)
  )
}
