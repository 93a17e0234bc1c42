import type { IncomingMessage, RequestListener } from 'node:http'
import { asScope } from '#features/access/as-scope.ts'
import type { Reader } from '#features/access/reader-model.ts'
import { parseAddress } from '#server/address.ts'
import {
  type Answer,
  busyText,
  problemAnswer,
  redirectAnswer,
  textAnswer,
  unavailableText,
} from '#server/answer.ts'
import { createTurns, type Download, downloadAt, type OpenBundleFile, send } from '#server/download.ts'
import { judgeHost, type Wanted, wantedOf } from '#server/host.ts'
import { preferredLocale, wishedLocale } from '#server/language.ts'
import type { Logbook } from '#server/logbook.ts'
import { plain } from '#server/own-answer.ts'
import { placeOf } from '#server/place.ts'
import type { Given, Portal } from '#server/portal.ts'
import { respond } from '#server/respond.ts'
import type { SignIn } from '#server/sign-in.ts'
import { walk } from '#server/walk.ts'

interface Health {
  /** Whether this instance can give every core page, and is to be sent readers. */
  isReady(): boolean
  /** Whether it ends soon, and each connection with its next answer. */
  isDraining(): boolean
  /** Told when somebody asks whether it is ready. */
  readinessAsked(): void
}

export interface GateOptions {
  readonly portal: Portal
  readonly openBundleFile: OpenBundleFile
  readonly health: Health
  readonly logbook: Logbook
  /** Null where nobody can sign in. */
  readonly signIn: SignIn | null
  /** Headers of every answer, name after name and value. */
  readonly always: readonly string[]
  /** Scheme, host and port by which readers know the portal. */
  readonly origin: string
}

const BY_LANGUAGE = { Vary: 'Accept-Language' }
const ALSO_BY_LANGUAGE = { Vary: 'Cookie, Accept-Encoding, Accept-Language' }

/** The one door: GET and HEAD only, known parameters only, no script and one policy on every answer. */
export function createGate(options: GateOptions): RequestListener {
  const { logbook, health, always, origin } = options
  const own = new URL(origin).host
  const turns = createTurns()
  return async (request, response) => {
    const since = performance.now()
    try {
      const asked = await answer(request, own, options)
      const given = 'file' in asked && !turns.begin() ? await plain(busyText()) : asked
      if (health.isDraining() || hasBody(request)) response.shouldKeepAlive = false
      if ('file' in given) await send(request, response, always, given).finally(turns.end)
      else respond(request, response, [...always, ...cookieHeaders(given)], given.answer)
      logbook.answered(given, response.statusCode, (performance.now() - since) / 1000)
    } catch (fault) {
      logbook.fault('An answer failed.', fault)
      response.destroy()
    }
  }
}

const cookieHeaders = ({ cookies = [] }: Given): string[] => cookies.flatMap(cookie => ['Set-Cookie', cookie])

async function answer(
  request: IncomingMessage,
  ownHost: string,
  { portal, openBundleFile, health, logbook, signIn, origin }: GateOptions,
): Promise<Given | Download> {
  const wanted = wantedOf(request)
  const isData = wanted.target.startsWith('/api/')
  try {
    const own = refuse(request, isData) ?? report(wanted, health) ?? misdirected(wanted, ownHost, origin)
    if (own) return plain(own)
    const sender = (await signIn?.readerOf(request)) ?? null
    return (
      (signIn && (await walk(wanted.target, request, signIn, portal, sender))) ??
      (await download(wanted.target, openBundleFile, sender)) ??
      (await find(wanted.target, request, isData, portal, sender))
    )
  } catch (fault) {
    logbook.fault('An answer could not be made.', fault)
    return plain(isData ? problemAnswer('internal', '/api/') : textAnswer(500, 'Internal error.'))
  }
}

/** Another method than reading, or something sent along: the portal takes nothing in. */
function refuse(request: IncomingMessage, isData: boolean): Answer | null {
  const { method } = request
  const allow = { Allow: 'GET, HEAD' }
  if (method !== 'GET' && method !== 'HEAD')
    return isData
      ? problemAnswer('method-not-allowed', '/api/', allow)
      : textAnswer(405, 'This portal is read-only.', allow)
  return hasBody(request) ? textAnswer(413, 'This portal takes nothing in.') : null
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** For whoever runs the portal, by whatever name they know the machine. */
function report({ target }: Wanted, health: Health): Answer | null {
  if (target === '/livez') return textAnswer(200, 'alive')
  if (target !== '/readyz') return null
  health.readinessAsked()
  return health.isReady() ? textAnswer(200, 'ready') : textAnswer(503, 'not ready')
}

/** What was meant for another host than ours. */
function misdirected({ host, target }: Wanted, ownHost: string, origin: string): Answer | null {
  if (host === null) return textAnswer(400, 'A request names one host.')
  const verdict = judgeHost(host, ownHost)
  if (verdict === 'serve') return null
  return verdict === 'redirect' && target.startsWith('/')
    ? redirectAnswer(307, origin + target)
    : textAnswer(421, `This portal is at ${origin}.`)
}

/** A file of a bundle, which goes past the renderer and past what is kept. Null where the address is of none. */
async function download(
  target: string,
  open: OpenBundleFile,
  sender: Reader | null,
): Promise<Given | Download | null> {
  const address = parseAddress(target)
  const found = address && downloadAt(address, new Date())
  if (!found) return null
  if (typeof found === 'string') return plain(textAnswer(400, found))
  const { environment, runId, name, asOf } = found
  const file = await asScope(sender?.scope ?? 'guest', () => open(environment, runId, name, asOf)).catch(
    () => undefined,
  )
  if (file === undefined) return { ...(await plain(unavailableText())), source: 'unavailable' }
  return file
    ? { kind: 'file', source: 'rendered', file, isPrivate: sender !== null }
    : plain(textAnswer(404, 'Not found.'))
}

/** What the portal has; an address that none could have, or in no language of ours, is absent in the reader's. */
async function find(
  target: string,
  { headers }: IncomingMessage,
  isData: boolean,
  portal: Portal,
  sender: Reader | null,
): Promise<Given> {
  const address = parseAddress(target)
  const place = address && placeOf(address)
  const wishes = headers['accept-language']
  if (place) return portal.give(place, wishedLocale(wishes), sender)
  if (isData) return plain(problemAnswer('not-found', '/api/'))
  const reader = preferredLocale(wishes)
  if (address?.path === '/') return plain(redirectAnswer(307, `/${reader}`, BY_LANGUAGE))
  const { answer, ...given } = await portal.giveNothing(reader, sender)
  return { ...given, answer: { ...answer, headers: { ...answer.headers, ...ALSO_BY_LANGUAGE } } }
}
