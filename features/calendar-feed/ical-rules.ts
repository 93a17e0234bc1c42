/** A content line: name with parameters, and its value as it is written (RFC 5545, 3.1). */
export type Property = readonly [name: string, value: string]

export interface Component {
  readonly name: string
  readonly properties: readonly Property[]
  readonly components?: readonly Component[]
}

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LONGEST = 75

// TEXT has no control characters but the tab (RFC 5545, 3.1, "CONTROL"), and no way to escape them.
const UNWRITABLE = /[[\p{Cc}\p{Cs}]--[\t\n]]/gv

/** A value of type TEXT (RFC 5545, 3.3.11). */
export const icalText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, '\uFFFD')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** A line in pieces of at most 75 octets, no character cut in two; every piece but the first begins with a space. */
export function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LONGEST) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

const linesOf = ({ name, properties, components = [] }: Component): string[] => [
  `BEGIN:${name}`,
  ...properties.map(([key, value]) => `${key}:${value}`),
  ...components.flatMap(linesOf),
  `END:${name}`,
]

/** A component as text (RFC 5545). */
export const icalOf = (component: Component): string =>
  linesOf(component)
    .map(line => `${folded(line)}\r\n`)
    .join('')
