import { looksSecret } from '#features/evidence/secret-rules.ts'

/** What stands in the place of a secret. */
export const MASK = '<masked>'

/** A value of JSON in which every text that ingest would take for a secret is masked (docs/evidence-format.md). */
export function maskValue(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return looksSecret(key, value) ? MASK : value
  if (Array.isArray(value)) return value.map(item => maskValue(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskValue(inner, name)]))
}

/** The same of a text that stands alone. */
export const maskText = (text: string): string => (looksSecret('', text) ? MASK : text)
