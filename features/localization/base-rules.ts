import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Structure } from '#features/document/structure-model.ts'
import type { Base } from '#features/localization/base-model.ts'

const MALFORMED: Rule = {
  code: 'base-malformed',
  severity: 'error',
  mend: 'Let `mza translations mark` write `Based On`, or leave the line out.',
}

const HASH = /^[0-9a-f]{12}$/

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What front matter has under `Based On`; what is no hash is reported and left out. */
export function readBase({ value, placeOf }: Structure): { base: Base; diagnostics: Diagnostic[] } {
  const base = new Map<string, string>()
  if (!isRecord(value)) {
    const found = 'Based On: expected sections and hashes, found none'
    return { base, diagnostics: value === '' ? [] : [report(MALFORMED, placeOf([]), found)] }
  }
  const diagnostics = Object.entries(value).flatMap(([key, hash]) => {
    const isHash = typeof hash === 'string' && HASH.test(hash)
    if (isHash) base.set(key, hash)
    const found = typeof hash === 'string' ? hash.slice(0, 60) : 'none'
    const message = `Based On.${key}: expected 12 hexadecimal digits, found ${found}`
    return isHash ? [] : [report(MALFORMED, placeOf([key]), message)]
  })
  return { base, diagnostics }
}
