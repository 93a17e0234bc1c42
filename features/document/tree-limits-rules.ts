import type { Nodes, Root } from 'mdast'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { sectionsOf } from '#features/document/section-rules.ts'

const error = (code: string, mend: string): Rule => ({ code, severity: 'error', mend })

const NESTING = error(
  'text-nesting',
  'Put emphasis, links and lists no deeper than 100 levels into each other.',
)
const REFERENCES = error(
  'reference-expansion',
  'Shorten the addresses of link definitions that are used often.',
)
const FOOTNOTES = error('footnote-expansion', 'Shorten the footnotes that many sections refer to.')

const MAX_DEPTH = 100
/** What references and footnotes may add to a text, in characters: short definitions, used often, make long pages. */
const MAX_EXPANSION = 262_144

const isReferenced = (node: Nodes) => node.type === 'link' || node.type === 'image'

/** Addresses and titles of links and images, in characters, and the first node that lies too deep. */
function measure(root: Root): { addresses: number; tooDeep: Nodes | null } {
  let addresses = 0
  let level: Nodes[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return { addresses, tooDeep: level[0] ?? null }
    const next: Nodes[] = []
    for (const node of level) {
      if (isReferenced(node)) addresses += node.url.length + (node.title?.length ?? 0)
      if ('children' in node) next.push(...node.children)
    }
    level = next
  }
  return { addresses, tooDeep: null }
}

/** How much the footnotes add that sections share. */
function sharedFootnotes(body: Root): number {
  const notes = sectionsOf(body).flatMap(section =>
    section.nodes.filter(node => node.type === 'footnoteDefinition'),
  )
  return notes.reduce(
    (sum, { position }) => sum + (position?.end.offset ?? 0) - (position?.start.offset ?? 0),
    0,
  )
}

/** Whether a parsed text can be shown within bounds. */
export function checkTreeLimits(file: string, root: Root, length: number): Diagnostic[] {
  const { addresses, tooDeep } = measure(root)
  const { line, column } = tooDeep?.position?.start ?? { line: 1, column: 1 }
  if (tooDeep)
    return [report(NESTING, { file, line, column }, `expected at most ${MAX_DEPTH} levels, found more`)]
  const whole = { file, line: 1, column: 1 }
  const expected = `expected at most ${MAX_EXPANSION} characters`
  return [
    ...(addresses > length + MAX_EXPANSION
      ? [report(REFERENCES, whole, `${expected}, found ${addresses}`)]
      : []),
    ...(sharedFootnotes(root) > length + MAX_EXPANSION
      ? [report(FOOTNOTES, whole, `${expected}, found more`)]
      : []),
  ]
}
