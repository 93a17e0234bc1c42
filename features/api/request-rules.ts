import { Refusal } from '#features/api/problem-model.ts'
import { AUTHORITATIVE_LOCALE, isLocale, LOCALES, type Locale } from '#features/localization/locale-model.ts'
import { type AsOfProblem, parseAsOf } from '#features/portal/as-of-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** The language and the day that a request asks for. */
export interface Wish {
  readonly locale: Locale
  readonly asOf: AsOf
}

const EXPECTED: Record<AsOfProblem, string> = {
  'as-of-malformed': 'a calendar day YYYY-MM-DD as asOf',
  'as-of-future': 'no day after today in Tbilisi as asOf',
}

/** Reads `locale` (Georgian where it is not given) and `asOf` (today). Of a parameter given twice the first counts. */
export function parseWish(query: URLSearchParams, now: Date): Wish | Refusal {
  const locale = query.get('locale') ?? AUTHORITATIVE_LOCALE
  if (!isLocale(locale))
    return new Refusal(
      'locale-unknown',
      `Expected one of ${LOCALES.join(', ')} as locale, found ${JSON.stringify(locale)}.`,
    )
  const day = query.get('asOf') ?? undefined
  const asOf = parseAsOf(day, now)
  if (typeof asOf === 'string')
    return new Refusal(asOf, `Expected ${EXPECTED[asOf]}, found ${JSON.stringify(day)}.`)
  return { locale, asOf }
}
