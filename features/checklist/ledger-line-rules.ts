import type { core } from 'zod'
import { ROLES } from '#features/access/role-model.ts'
import { swallowedKeys } from '#features/checklist/json-keys-rules.ts'
import { EXPECTED_WORDS, type LedgerLine, ledgerLineSchema } from '#features/checklist/ledger-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import type { Rule } from '#features/diagnostic/diagnostic-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const NOT_JSON: Rule = {
  code: 'ledger-json',
  severity: 'error',
  mend: 'Write each line as one JSON object; `mza update` does.',
}
const KEY: Rule = {
  code: 'ledger-key',
  severity: 'error',
  mend: 'Keep to the keys a ledger line has, each once.',
}
const VALUE: Rule = {
  code: 'ledger-value',
  severity: 'error',
  mend: 'Write the value in the form expected.',
}

const TEXTS = `texts by language (${TEXT_LOCALES.join(', ')})`

const EXPECTED: Record<keyof LedgerLine, string> = {
  recordedAt: 'an instant with its offset, such as 2026-03-06T14:05:00+04:00',
  for: 'a Friday, YYYY-MM-DD',
  workstream: 'a whole number from 1 to 999',
  kind: 'baseline, change or confirm',
  status: `one of ${STATUSES.join(', ')}`,
  targetDate: 'a calendar day, YYYY-MM-DD',
  by: `one of ${ROLES.join(', ')}`,
  note: TEXTS,
  reason: TEXTS,
  resolution: TEXTS,
}

const isField = (key: unknown): key is keyof LedgerLine => typeof key === 'string' && key in EXPECTED

/** A value as a message shows it: short, and nothing in it that a terminal would obey. */
const shown = (value: unknown): string =>
  (JSON.stringify(value) ?? 'nothing').slice(0, 80).replaceAll(/\p{C}/gu, '\uFFFD')

const at = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

interface Defect {
  readonly rule: Rule
  readonly message: string
}

const unknownKey = (key: string): Defect => ({
  rule: KEY,
  message: `expected a key of a ledger line, found ${shown(key)}`,
})

function defectsOf(issue: core.$ZodIssue, raw: unknown): Defect[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.filter(key => key !== '__proto__').map(key => unknownKey(key))
  const [field, locale] = issue.path
  const wanted = isField(field)
    ? `\`${issue.path.join('.')}\` to be ${locale === undefined ? EXPECTED[field] : EXPECTED_WORDS}`
    : 'a JSON object'
  return [{ rule: VALUE, message: `expected ${wanted}, found ${shown(issue.path.reduce(at, raw))}` }]
}

/** Reads one line of a ledger, or says all that is wrong with it. */
export function readLedgerLine(text: string): LedgerLine | readonly Defect[] {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return [{ rule: NOT_JSON, message: `expected a JSON object, found ${shown(text)}` }]
  }
  const { repeated, prototype } = swallowedKeys(text)
  const read = ledgerLineSchema.safeParse(raw)
  const defects = [
    ...(prototype ? [unknownKey('__proto__')] : []),
    ...repeated.map(key => ({ rule: KEY, message: `expected each key once, found ${shown(key)} again` })),
    ...(read.error?.issues.flatMap(issue => defectsOf(issue, raw)) ?? []),
  ]
  return read.success && defects.length === 0 ? read.data : defects
}
