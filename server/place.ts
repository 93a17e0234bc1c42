import type { SignInProblem } from '#features/access/sign-in-outcome-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { Address } from '#server/address.ts'
import { localeOfPath } from '#server/language.ts'
import { twinTarget } from '#server/twin.ts'

export type Kind = 'page' | 'data' | 'file'

/** What stands at an address. */
export interface Place {
  readonly kind: Kind
  /** What the renderer is asked for, and what the answer is kept under. */
  readonly target: string
  /** Language of a page, null of anything else. */
  readonly locale: Locale | null
  /** Whether it shows content; else it is the same whatever the database holds. */
  readonly isContent: boolean
  /** Whether programs read it that nobody stands behind: it shows everyone what a guest may see. */
  readonly isOutlet: boolean
}

const FILE = /^\/(?:_next\/static\/.+\.(?:css|woff2)|favicon\.svg)$/
const OUTLET =
  /^\/(?:sitemap\.xml|robots\.txt|llms\.txt|feeds\/[a-z]{2}\.atom|calendar\/[a-z]{2}\.ics|badge\/[^/]+\.svg)$/
const WITHOUT_CONTENT =
  /^\/(?:_next\/static\/.+|favicon\.svg|robots\.txt|api\/v1\/openapi\.json|[a-z]{2}\/(?:unavailable|absent))$/

/** Null for an address that is in no language and no file. */
export function placeOf({ path, search }: Address): Place | null {
  const isContent = !WITHOUT_CONTENT.test(path)
  const target = isContent ? path + search : path
  const isOutlet = OUTLET.test(path)
  const common = { target, locale: null, isContent, isOutlet }
  if (path.startsWith('/api/')) return { ...common, kind: 'data' }
  if (FILE.test(path) || isOutlet) return { ...common, kind: 'file' }
  const twin = twinTarget(path)
  if (twin) return { ...common, kind: 'file', target: twin + search }
  const locale = localeOfPath(path)
  return locale && { ...common, kind: 'page', locale }
}

/** The page that says a page is unavailable, and the one that says there is none: neither needs the database. */
export const unavailablePlace = (locale: Locale): Place => pageWithout(locale, 'unavailable')
export const absentPlace = (locale: Locale): Place => pageWithout(locale, 'absent')

/** The page that says why nobody came of a sign-in. */
export const problemPlace = (locale: Locale, problem: SignInProblem): Place => ({
  kind: 'page',
  target: `/${locale}/sign-in/${problem}`,
  locale,
  isContent: true,
  isOutlet: false,
})

const pageWithout = (locale: Locale, name: string): Place => ({
  kind: 'page',
  target: `/${locale}/${name}`,
  locale,
  isContent: false,
  isOutlet: false,
})
