import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { isLocale } from '#features/localization/locale-model.ts'
import { ACCOUNTS, claimsOf } from './accounts.ts'
import { brokenPage, choicePage, PAGE_POLICY } from './pages.ts'
import { CHOICE } from './provider.ts'

const HEADERS = {
  'Content-Security-Policy': PAGE_POLICY,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Answers for an issuer by its own name alone, with pages of ours where its library has a person choose. */
export function createIssuerServer({ issuer, provider }: { issuer: string; provider: Provider }): Server {
  const handle = provider.callback()
  const { host } = new URL(issuer)
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    if (request.headers.host !== host) response.writeHead(421).end()
    else if (request.url?.startsWith(`${CHOICE}/`))
      choose(provider, request, response)
        .catch(() => say(response, 400, brokenPage(request.headers['accept-language'])))
        .catch(() => response.destroy())
    else {
      request.headers.cookie = withoutSession(request.headers.cookie)
      handle(request, response)
    }
  })
}

/** Whoever comes is nobody yet, whomever they chose before: else the library would first ask them to sign out. */
const withoutSession = (cookies = ''): string =>
  cookies
    .split('; ')
    .filter(cookie => !cookie.startsWith('_session'))
    .join('; ')

/** The page on which an account is chosen, and each choice, as a link. @throws {Error} where nobody is signing in here */
async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, uid, chosen] = /^\/choose\/([\w-]{1,64})(?:\/([\w-]{1,64}))?$/.exec(request.url ?? '') ?? []
  const { uid: known, params } = await provider.interactionDetails(request, response)
  if (request.method !== 'GET' || uid !== known) throw new Error('Nobody is signing in here.')
  const account = ACCOUNTS.find(({ id }) => id === chosen)
  const wished = String(params['ui_locales'] ?? '')
  if (chosen === undefined)
    say(response, 200, choicePage(isLocale(wished) ? wished : 'ka', `${CHOICE}/${uid}`))
  else if (account)
    await provider.interactionFinished(request, response, {
      login: { accountId: claimsOf(account).sub, remember: false },
    })
  else await provider.interactionFinished(request, response, { error: 'access_denied' })
}

async function say(response: ServerResponse, status: number, page: Promise<string>): Promise<void> {
  const body = await page
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(body)
}
