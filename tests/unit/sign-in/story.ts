import { createIssuer } from '#features/access/issuer.ts'
import { createSeal } from '#features/access/seal.ts'
import { SESSION_COOKIE } from '#server/cookies.ts'
import { createSignIn, type Step } from '#server/sign-in.ts'
import { openBrowser } from './browser.ts'
import { CLIENT, openRealIssuer } from './real-issuer.ts'

const ORIGIN = 'http://127.0.0.1:3000'
/** By the clock that a test may have put forward. */
const now = () => Date.now()
const KEY = 'a key of sessions that only tests know'

/** A portal's part in signing in, with a real issuer and a browser between them. */
export async function openStory({ rolesClaim = 'roles' } = {}) {
  const real = await openRealIssuer(`${ORIGIN}/auth/callback`)
  const said: string[] = []
  const logins = createSeal({ keys: [KEY], purpose: 'login', now })
  const signIn = createSignIn({
    issuer: createIssuer({
      ...CLIENT,
      issuer: real.issuer,
      rolesClaim,
      callback: `${ORIGIN}/auth/callback`,
      onFault: words => said.push(words),
    }),
    sessions: createSeal({ keys: [KEY], purpose: 'session', now }),
    logins,
    origin: ORIGIN,
    note: words => said.push(words),
  })

  const browser = openBrowser()
  const request = (more: Record<string, string> = {}, from = browser) => ({
    headers: { cookie: from.header(), 'accept-language': 'en', ...more },
  })

  /** Asks the portal, and keeps the cookies it sets. */
  async function ask(target: string, more?: Record<string, string>, from = browser): Promise<Step> {
    const step = await signIn.take(target, request(more, from))
    if (!step) throw new Error(`There is nothing at ${target}.`)
    from.take(step.cookies)
    return step
  }

  /** From the portal to the issuer and back; gives the address at which somebody comes back. */
  async function fetchCode(account: string, from = browser, back = '/ka/docs'): Promise<string> {
    const step = await ask(`/auth/sign-in?back=${encodeURIComponent(back)}`, {}, from)
    if (!('to' in step)) throw new Error(`Signing in ended with ${step.problem}.`)
    const choice = await from.visit(step.to)
    const chosen = await from.visit(`${choice.location}/${account}`)
    const returned = await from.visit(chosen.location ?? '')
    return (returned.location ?? '').slice(ORIGIN.length)
  }

  return {
    real,
    said,
    logins,
    browser,
    signIn,
    ask,
    fetchCode,
    request,
    /** The whole way; where it ends. */
    signInAs: async (account: string, from = browser) => ask(await fetchCode(account, from), {}, from),
    reader: (from = browser) => signIn.readerOf(request({}, from)),
    hasSession: () => browser.cookies.has(SESSION_COOKIE),
  }
}

export type Story = Awaited<ReturnType<typeof openStory>>

/** How a step ended: the address it leads to, or what is wrong with it. */
export const endOf = (step: Step): string => ('to' in step ? step.to : step.problem)
