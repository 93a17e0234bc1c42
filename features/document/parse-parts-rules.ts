import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Part } from '#features/document/part-rules.ts'

type Parse = (text: string) => Root

// A label, as CommonMark and GitHub match it: a footnote's begins with `^`.
const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/gs
/** Whether there may be a definition: a label and a colon. */
const DEFINITION = /\]:/

const keyOf = (label: string) =>
  label
    .replace(/[\t\n ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()

function definedIn(root: Root): Set<string> {
  const keys = new Set<string>()
  visit(root, node => {
    if (node.type === 'definition') keys.add(node.identifier)
    if (node.type === 'footnoteDefinition') keys.add(`^${node.identifier}`)
  })
  return keys
}

function shift(root: Root, lines: number, offset: number): void {
  visit(root, (node: Nodes) => {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      point.line += lines
      point.offset = (point.offset ?? 0) + offset
    }
  })
}

/**
 * Parses a part as it stands among the others: for each definition of theirs that it refers to it gets one in front, and
 * at its end the heading that follows it, which both are then taken away.
 */
function parseWith(part: Part, isLast: boolean, parse: Parse, foreign: ReadonlySet<string>): Root {
  const mentioned = new Set([...part.text.matchAll(LABEL)].map(match => keyOf(match[1] ?? '')))
  const known = [...mentioned].filter(key => foreign.has(key))
  // The break keeps what begins the part from going on with the last of them.
  const before = known.length === 0 ? '' : `${known.map(key => `[${key}]: #`).join('\n\n')}\n\n***\n`
  const lines = known.length === 0 ? 0 : 2 * known.length + 1
  const root = parse(`${before}${part.text}${isLast ? '' : '#'}`)
  root.children = root.children
    .slice(0, isLast ? undefined : -1)
    .filter(node => (node.position?.start.line ?? 0) > lines)
  shift(root, part.lines - lines, part.offset - before.length)
  return root
}

/** Parses parts one by one into the tree of the whole, as a parser of the whole would. */
export function parseParts(parts: readonly Part[], parse: Parse): Root {
  const own = parts.map(part =>
    DEFINITION.test(part.text) ? definedIn(parse(part.text)) : new Set<string>(),
  )
  const all = new Set(own.flatMap(keys => [...keys]))
  const children = parts.flatMap((part, index) => {
    const foreign = new Set([...all].filter(key => !own[index]?.has(key)))
    return parseWith(part, index === parts.length - 1, parse, foreign).children
  })
  return { type: 'root', children }
}
