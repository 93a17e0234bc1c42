import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Identity } from '#features/access/identity-model.ts'
import type { Issuer } from '#features/access/issuer-model.ts'
import { LOGIN_SECONDS, loginOf } from '#features/access/login-model.ts'
import type { Reader } from '#features/access/reader-model.ts'
import { lesserScopes } from '#features/access/scope-rules.ts'
import type { Seal } from '#features/access/seal.ts'
import { readerOf, SESSION_SECONDS, secondsLeft } from '#features/access/session-model.ts'
import type { SignInOutcome, SignInProblem } from '#features/access/sign-in-outcome-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { cookieIn, dropCookie, LOGIN_COOKIE, SESSION_COOKIE, setCookie } from '#server/cookies.ts'
import { createTurns } from '#server/download.ts'
import { localeOfPath, preferredLocale } from '#server/language.ts'
import { type SignInAddress, signInAddress } from '#server/sign-in-address.ts'

/** Where a step leads: to an address, or to the page that says why it leads nowhere. */
export type Step = {
  readonly cookies: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
} & ({ readonly to: string } | { readonly problem: SignInProblem; readonly locale: Locale })

export interface SignIn {
  /** Who sends a request; null for a guest, whatever is wrong with what they send. */
  readerOf(request: Asked): Promise<Reader | null>
  /** What a request to `/auth/…` or `/view-as/…` leads to; null where that is nothing to whoever sends it. */
  take(target: string, request: Asked): Promise<Step | null>
}

type Asked = Pick<IncomingMessage, 'headers'>
type ViewAs = Extract<SignInAddress, { step: 'view-as' }>

export interface SignInOptions {
  readonly issuer: Issuer
  readonly sessions: Seal
  readonly logins: Seal
  /** Scheme, host and port by which readers know the portal. */
  readonly origin: string
  readonly note: (message: string) => void
}

/** People for whom the issuer is asked at a time: whoever begins once could have it asked without end. */
const MOST_ARRIVALS = 16

export function createSignIn({ issuer, sessions, logins, origin, note }: SignInOptions): SignIn {
  const turns = createTurns(MOST_ARRIVALS)
  const opened = (seal: Seal, { headers }: Asked, name: string): Promise<unknown> =>
    seal.open(cookieIn(headers.cookie, name) ?? '')
  const whoSends = async (request: Asked) => readerOf(await opened(sessions, request, SESSION_COOKIE))

  async function depart(back: string, locale: Locale): Promise<Step> {
    const departure = await issuer.depart(locale)
    if (departure === 'unreachable') return { problem: departure, locale, cookies: [] }
    const sealed = await logins.close({ ...departure.login, back }, LOGIN_SECONDS)
    return { to: departure.address, cookies: [setCookie(LOGIN_COOKIE, sealed, LOGIN_SECONDS)] }
  }

  async function arrive(address: URL, request: Asked): Promise<Step> {
    const login = loginOf(await opened(logins, request, LOGIN_COOKIE))
    // Whatever the issuer says, a sign-in that was begun is over; where it says nothing, a reload tries again.
    const cookies = [dropCookie(LOGIN_COOKIE)]
    if (!login) return { problem: 'expired', locale: wished(request), cookies }
    const locale = localeOfPath(login.back) ?? wished(request)
    const found = turns.begin() ? await issuer.arrive(address, login).finally(turns.end) : 'unreachable'
    if (found === 'unreachable') return { problem: found, locale, cookies: [] }
    if (typeof found === 'string') return { problem: found, locale, cookies }
    const session = await sessionOf(found)
    if (!session) return { to: outcome(locale, 'no-role'), cookies: [...cookies, dropCookie(SESSION_COOKIE)] }
    return { to: login.back, cookies: [...cookies, setCookie(SESSION_COOKIE, session, SESSION_SECONDS)] }
  }

  async function sessionOf({ name, roles }: Identity): Promise<string | null> {
    if (!roles) note('The issuer says nothing of roles: is OIDC_ROLES_CLAIM the name of its claim?')
    if (!roles?.known.length) return null
    const exit = randomBytes(16).toString('base64url')
    return sessions.close({ roles: roles.known, name, exit }, SESSION_SECONDS)
  }

  async function leave({ exit }: { exit: string }, locale: Locale, request: Asked): Promise<Step> {
    const reader = await whoSends(request)
    const isWished = reader ? isTheirs(exit, reader, request) : saysOwnLink(request)
    if (!isWished) return { to: `/${locale}/sign-in`, cookies: [] }
    return {
      to: outcome(locale, 'signed-out'),
      cookies: [dropCookie(SESSION_COOKIE), dropCookie(LOGIN_COOKIE)],
      headers: CLEARED,
    }
  }

  /** Seals the session again, for as long as it had left, with the scope through whose eyes its reader looks. */
  async function lookAs({ scope, exit, back }: ViewAs, locale: Locale, request: Asked): Promise<Step | null> {
    const content = await opened(sessions, request, SESSION_COOKIE)
    const reader = readerOf(content)
    const lesser = lesserScopes(reader?.roles ?? [])
    if (!reader || lesser.length === 0) return null
    if (!isTheirs(exit, reader, request)) return { to: `/${locale}/sign-in`, cookies: [] }
    const left = secondsLeft(content, Date.now())
    const { roles, name } = reader
    const viewAs = lesser.includes(scope) ? { viewAs: scope } : {}
    const sealed = await sessions.close({ roles, name, exit, ...viewAs }, left)
    return { to: back ?? `/${locale}`, cookies: [setCookie(SESSION_COOKIE, sealed, left)] }
  }

  const go = (step: SignInAddress, request: Asked): Promise<Step | null> => {
    if (step.step === 'callback') return arrive(step.address, request)
    const locale = (step.back && localeOfPath(step.back)) || wished(request)
    if (step.step === 'sign-in') return depart(step.back ?? `/${locale}`, locale)
    return step.step === 'sign-out' ? leave(step, locale, request) : lookAs(step, locale, request)
  }

  return {
    readerOf: whoSends,
    async take(target, request) {
      const step = signInAddress(target, origin)
      return step && go(step, request)
    },
  }
}

/** Not `"cookies"`, which would clear those of every neighbour below the same registered domain (docs/decisions/0030). */
const CLEARED = { 'Clear-Site-Data': '"cache", "storage"' }

/** Where a step that went well is spoken of; the address of the step itself is of no use a second time. */
const outcome = (locale: Locale, name: Exclude<SignInOutcome, SignInProblem>): string =>
  `/${locale}/sign-in/${name}`

const wished = ({ headers }: Asked): Locale => preferredLocale(headers['accept-language'])

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether a step is one that this reader takes, by a link of a page made for them. */
const isTheirs = (exit: string, reader: Reader, request: Asked): boolean =>
  isSame(exit, reader.exit) && isOwnLink(request)

/** A link on a page of ours that a reader followed; of browsers that do not say, the token in it alone is proof. */
function isOwnLink({ headers }: Asked): boolean {
  const { 'sec-fetch-site': site = 'same-origin', 'sec-fetch-dest': use = 'document' } = headers
  return site === 'same-origin' && use === 'document'
}

/** Where no session comes along there is no token either: another site's request comes without it. */
const saysOwnLink = (request: Asked): boolean =>
  request.headers['sec-fetch-site'] !== undefined && isOwnLink(request)
