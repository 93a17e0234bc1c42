import type { core } from 'zod'
import type { Rule } from '#features/diagnostic/diagnostic-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import type { ShapeDefect } from '#features/evidence/json-shape-rules.ts'

/** What is wrong with a line or a manifest, before it is said where. */
export interface BundleDefect {
  readonly rule: Rule
  readonly message: string
}

/** A value as a message shows it: short, and nothing in it that a terminal would obey. */
export const shown = (value: unknown): string =>
  (JSON.stringify(value) ?? 'nothing').slice(0, 80).replaceAll(/\p{C}/gu, '\uFFFD')

const at = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const expectation = (message: string): string =>
  message.replace(/^Invalid (?:input|string): (?:expected )?/, 'expected ').replace(/, received .*$/, '')

/** A schema's complaint in the words of diagnostics. */
export function schemaDefect(issue: core.$ZodIssue, raw: unknown): BundleDefect {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return {
      rule: BUNDLE_RULES.value,
      message: `expected no key ${issue.keys.map(shown).join(', ')}${path && ` in \`${path}\``}`,
    }
  const found = shown(issue.path.reduce(at, raw))
  const message = `${path && `\`${path}\`: `}${expectation(issue.message)}, found ${found}`
  return { rule: BUNDLE_RULES.value, message }
}

const SHAPES: Record<ShapeDefect['kind'], string> = {
  depth: 'expected at most 16 levels, found more',
  prototype: 'expected no key `__proto__`, found one',
  text: 'expected text without NUL and without half a surrogate pair, found one',
  secret: 'expected a masked value, found what looks like a secret',
}

export const shapeMessage = ({ kind, path }: ShapeDefect): BundleDefect => ({
  rule: BUNDLE_RULES[kind],
  message: `${SHAPES[kind]}, at \`${path.slice(0, 200).replaceAll(/\p{C}/gu, '\uFFFD')}\``,
})

export const duplicateMessage = (key: string): BundleDefect => ({
  rule: BUNDLE_RULES.duplicate,
  message: `expected each key once, found ${shown(key)} twice`,
})
