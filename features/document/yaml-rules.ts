import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const BROKEN: Rule = { code: 'yaml', severity: 'error', mend: 'Write the file as YAML 1.2.' }
const VALUE: Rule = { code: 'yaml-value', severity: 'error', mend: 'Write what is expected there.' }

/** A policy file is short; above this, YAML of the worst shape takes too long to read. */
const MAX_LENGTH = 65_536

/** A YAML file by its schema, every defect with its place. */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { value: T | null; diagnostics: Diagnostic[] } {
  const counter = new LineCounter()
  const placeAt = (offset: number) => {
    const { line, col } = counter.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (text.length > MAX_LENGTH) {
    const found = `expected at most ${MAX_LENGTH} characters, found ${text.length}`
    return { value: null, diagnostics: [report(BROKEN, placeAt(0), found)] }
  }
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  if (document.errors.length > 0) {
    const broken = document.errors.map(({ pos, message }) =>
      report(BROKEN, placeAt(pos[0]), `expected YAML, found: ${message}`),
    )
    return { value: null, diagnostics: broken }
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, diagnostics: [] }
  const diagnostics = parsed.error.issues.map(({ path, message }) => {
    // A key that is lacking has no place of its own: the nearest one around it has.
    const node = path
      .map((_, index) => document.getIn(path.slice(0, path.length - index), true))
      .find(candidate => isNode(candidate) && candidate.range)
    const offset = (isNode(node) ? node : document.contents)?.range?.[0] ?? 0
    return report(VALUE, placeAt(offset), `${path.join('.') || 'the file'}: ${message}`)
  })
  return { value: null, diagnostics }
}
