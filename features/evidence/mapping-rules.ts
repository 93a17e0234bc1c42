import { z } from 'zod'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Structure } from '#features/document/structure-model.ts'
import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { type EvidenceMapping, NO_MAPPING } from '#features/evidence/mapping-model.ts'

const MAPPING: Rule = {
  code: 'evidence-mapping',
  severity: 'error',
  mend: 'Write under `Evidence` what is expected there; docs/content-repository.md shows an example.',
}

const MAX_FRESHNESS = 3650
const USUAL_FRESHNESS = '30'

const PART = `expected one of required, freshness, workstreams`
const OF_WORKSTREAM = 'expected one of checks, items, freshness'

const freshness = z
  .string('expected a number of days')
  .refine(
    text => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= MAX_FRESHNESS,
    `expected a number of days from 1 to ${MAX_FRESHNESS}`,
  )

const number = z.string().regex(/^[1-9]\d{0,2}$/, 'expected a number from 1 to 999')

/** A list of checks; `all` is every one there is. */
const checks = z.preprocess(
  value => (value === 'all' ? CHECK_CODES : value),
  z
    .array(z.enum(CHECK_CODES, 'expected a check of the portal'), 'expected a list of checks, or all')
    .min(1, 'expected at least one check'),
)

const workstream = z
  .strictObject(
    {
      freshness: freshness.optional(),
      checks: checks.optional(),
      items: z.record(number, checks, 'expected checks by the number of an acceptance item').optional(),
    },
    OF_WORKSTREAM,
  )
  .refine(({ checks: own, items }) => own || items, 'expected checks or items')

const schema = z.strictObject(
  {
    required: z
      .array(
        z.enum(ENVIRONMENTS, `expected one of ${ENVIRONMENTS.join(', ')}`),
        'expected a list of environments',
      )
      .min(1, 'expected at least one environment')
      .default([...NO_MAPPING.required]),
    freshness: freshness.default(USUAL_FRESHNESS),
    workstreams: z.record(number, workstream, 'expected workstreams by their number'),
  },
  PART,
)

const inOrder = (codes: readonly CheckCode[]): CheckCode[] => CHECK_CODES.filter(code => codes.includes(code))

const byNumber = <T>(record: Readonly<Record<string, T>>): [number, T][] =>
  Object.entries(record)
    .map(([key, value]): [number, T] => [Number(key), value])
    .toSorted(([a], [b]) => a - b)

function mappingOf(written: z.infer<typeof schema>): EvidenceMapping {
  return {
    required: ENVIRONMENTS.filter(environment => written.required.includes(environment)),
    workstreams: byNumber(written.workstreams).map(([key, own]) => {
      const items = byNumber(own.items ?? {}).map(([item, of]) => ({ item, checks: inOrder(of) }))
      return {
        number: key,
        freshness: Number(own.freshness ?? written.freshness),
        checks: inOrder([...(own.checks ?? []), ...items.flatMap(each => each.checks)]),
        items,
      }
    }),
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? valueAt(Reflect.get(value, name), rest)
    : undefined
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'nothing' : value.slice(0, 60)
  if (value === undefined) return 'none'
  return Array.isArray(value) ? 'a list' : 'a mapping'
}

function diagnosticsOf(issue: z.core.$ZodIssue, { value, placeOf }: Structure): Diagnostic[] {
  const at = (path: readonly PropertyKey[], expected: string, found: string) =>
    report(MAPPING, placeOf(path), `${['Evidence', ...path].join('.')}: ${expected}, found ${found}`)
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => at([...path, key], path.length === 0 ? PART : OF_WORKSTREAM, key))
  const found = issue.code === 'invalid_key' ? path.at(-1) : valueAt(value, path)
  const expected = issue.code === 'invalid_key' ? 'expected a number from 1 to 999' : issue.message
  return [at(path, expected, shown(found))]
}

/** The mapping that a checklist's front matter has under `Evidence`; null where it breaks a rule. */
export function readMapping(structure: Structure): {
  mapping: EvidenceMapping | null
  diagnostics: Diagnostic[]
} {
  const parsed = schema.safeParse(structure.value)
  if (parsed.success) return { mapping: mappingOf(parsed.data), diagnostics: [] }
  return {
    mapping: null,
    diagnostics: parsed.error.issues.flatMap(issue => diagnosticsOf(issue, structure)),
  }
}
