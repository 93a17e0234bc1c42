import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'
import type { RunFilter } from '#features/evidence/run-filter-model.ts'
import { KINDS } from '#features/evidence/run-model.ts'

/** Thrown for a parameter whose value nothing can be chosen by. */
class FilterMalformed extends Error {}

/** A form leaves what is not chosen empty: that is as good as not given. */
const given = (query: URLSearchParams, name: string): string | null => query.get(name) || null

function oneOf<T extends string>(query: URLSearchParams, name: string, values: readonly T[]): T | null {
  const text = given(query, name)
  if (text === null) return null
  const found = values.find(value => value === text)
  if (found !== undefined) return found
  throw new FilterMalformed(`Expected one of ${values.join(', ')} as ${name}, found ${JSON.stringify(text)}.`)
}

const WHOLE = /^\d{1,9}$/

function wholeOf(query: URLSearchParams, name: string): number | null {
  const text = given(query, name)
  if (text === null) return null
  if (WHOLE.test(text)) return Number(text)
  throw new FilterMalformed(`Expected a whole number as ${name}, found ${JSON.stringify(text)}.`)
}

/** PostgreSQL has no text with it. */
function textOf(query: URLSearchParams, name: string): string | null {
  const text = given(query, name)
  if (text === null || !text.includes('\0')) return text
  throw new FilterMalformed(`Expected no NUL in ${name}, found one.`)
}

/** What of an address chooses among runs. @throws {FilterMalformed} */
export const runFilterOf = (query: URLSearchParams): RunFilter & { after: string | null } => ({
  environment: oneOf(query, 'environment', ENVIRONMENTS),
  kind: oneOf(query, 'kind', KINDS),
  check: oneOf(query, 'check', CHECK_CODES),
  finding: oneOf(query, 'finding', FINDINGS),
  after: given(query, 'after'),
})

/** What of an address chooses among the records of a run. @throws {FilterMalformed} */
export const recordFilterOf = (query: URLSearchParams): RecordFilter & { after: number } => ({
  boundary: oneOf(query, 'boundary', BOUNDARIES),
  topic: textOf(query, 'topic'),
  partition: wholeOf(query, 'partition'),
  intent: textOf(query, 'intent'),
  event: textOf(query, 'event'),
  after: wholeOf(query, 'after') ?? 0,
})

/** What was asked for, or why that is nothing. */
export function askedOf<T>(read: () => T): T | { readonly malformed: string } {
  try {
    return read()
  } catch (fault) {
    if (fault instanceof FilterMalformed) return { malformed: fault.message }
    throw fault
  }
}

/** The part of an address that asks for the same again, with its question mark; empty where nothing is asked for. */
export function queryText(asked: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, String(value))
  return query.size > 0 ? `?${query}` : ''
}
