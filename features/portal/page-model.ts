import type { Reader } from '#features/access/reader-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf, PortalState } from '#features/portal/portal-model.ts'

/** What a page knows before it reads anything of its subject. */
export interface PageContext {
  /** Scheme, host and port by which readers know the portal. */
  readonly origin: string
  readonly locale: Locale
  /** Address without the language, e.g. `/docs`; empty for the first page. */
  readonly path: string
  /** What the address asks for besides the day, e.g. `?from=2026-03-06`; its other languages are asked for the same. */
  readonly query?: string
  /** The address that was asked for, from the first slash; null where the page stands for addresses of no page. */
  readonly address: string | null
  /** Where signing in leads back to, where that is not the page's own address. */
  readonly back?: string | null
  /** Whether it is no page that one goes to, though it has the path of one: what stands for an absent page, or ends a sign-in. */
  readonly isNowhere?: boolean
  readonly asOf: AsOf
  /** Null on the pages that stand in for the others while the database is down. */
  readonly portal: PortalState | null
  /** Who has signed in; null for a guest. */
  readonly reader: Reader | null
  /** Whether there is anywhere to sign in. */
  readonly canSignIn: boolean
}

/** Address of another page in the same language, speaking of the same day. The path may hold a query and a fragment. */
export const pageHref = ({ locale, asOf }: Pick<PageContext, 'locale' | 'asOf'>, path: string): string => {
  const [place, fragment] = path.split('#', 2)
  const query = asOf.isToday ? '' : `${place?.includes('?') ? '&' : '?'}asOf=${asOf.day}`
  return `/${locale}${place}${query}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The longest address that the gate reads, its query counted and its fragment not. */
export const LONGEST_ADDRESS = 2048

/** Whether an address of ours leads anywhere: an id of a run may be longer in it than the gate reads. */
export const isServed = (href: string): boolean => (href.split('#', 1)[0] ?? '').length <= LONGEST_ADDRESS
