import { askedAddress } from '#app/asked-address.ts'
import { whoLooks } from '#app/who-looks.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { AUTHORITATIVE_LOCALE, isLocale } from '#features/localization/locale-model.ts'
import { type AsOfProblem, parseAsOf } from '#features/portal/as-of-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import { readPortal } from '#features/portal/portal-queries.ts'
import { gateEnvironment } from '#server/env.ts'

interface PageRequest {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export interface OpenedPage {
  readonly page: PageContext
  /** Why the page cannot be shown for the day asked for. */
  readonly problem: AsOfProblem | null
}

/** Reads who asks for what: language, day, and the state of the portal. `path` is the address without the language. */
export async function openPage({ params, searchParams }: PageRequest, path: string): Promise<OpenedPage> {
  const [{ locale: given }, query, portal, who, address] = await Promise.all([
    params,
    searchParams,
    readPortal(),
    whoLooks(),
    askedAddress(),
  ])
  const { origin } = gateEnvironment()
  const now = new Date()
  const locale = isLocale(given) ? given : AUTHORITATIVE_LOCALE
  const wish = single(query['asOf'])
  const asOf = parseAsOf(wish, now)
  const today = { day: dayInTbilisi(now), isToday: true }
  const common = { origin, locale, path, address, portal, ...who }
  return typeof asOf === 'string'
    ? { page: { ...common, asOf: today }, problem: asOf }
    : { page: { ...common, asOf }, problem: null }
}

export const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

/** What an address asks for besides the day; of a parameter given twice the first counts. */
export async function askedQuery({
  searchParams,
}: Pick<PageRequest, 'searchParams'>): Promise<URLSearchParams> {
  const given = Object.entries(await searchParams).flatMap(([name, value]) => {
    const first = single(value)
    return first === undefined ? [] : [[name, first]]
  })
  return new URLSearchParams(given)
}
