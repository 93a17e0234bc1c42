import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { parseAddress } from '#server/address.ts'
import {
  type Answer,
  dataAnswer,
  fileAnswer,
  pageAnswer,
  problemAnswer,
  redirectAnswer,
  textAnswer,
} from '#server/answer.ts'
import { constantHeaders } from '#server/headers.ts'
import { judgeHost } from '#server/host.ts'
import { isLegacyElsewhere, localeOfPath, preferredLocale } from '#server/language.ts'
import type { Render, Rendering } from '#server/renderer.ts'

export interface GateOptions {
  readonly render: Render
  /** Scheme, host and port by which readers know the portal. */
  readonly origin: string
}

const STATIC = /^\/(?:_next\/static\/.+\.(?:css|woff2)|favicon\.svg|robots\.txt|sitemap\.xml)$/

const BY_LANGUAGE = { Vary: 'Accept-Language' }

/** The one door: GET and HEAD only, known parameters only, no script and one policy on every answer. */
export function createGate({ render, origin }: GateOptions): RequestListener {
  const always = constantHeaders(origin)
  return async (request, response) => {
    send(request, response, always, await answer(request, { render, origin }))
  }
}

async function answer(request: IncomingMessage, { render, origin }: GateOptions): Promise<Answer> {
  const isData = request.url?.startsWith('/api/') ?? false
  try {
    return refuse(request, origin, isData) ?? (await (isData ? data : page)(request, render))
  } catch (fault) {
    console.error(fault)
    return isData ? problemAnswer('internal', '/api/') : textAnswer(500, 'Internal error.')
  }
}

/** What needs no page to answer: another host than ours, another method than reading. */
function refuse({ headers, method, url }: IncomingMessage, origin: string, isData: boolean): Answer | null {
  const allow = { Allow: 'GET, HEAD' }
  if (method !== 'GET' && method !== 'HEAD')
    return isData
      ? problemAnswer('method-not-allowed', '/api/', allow)
      : textAnswer(405, 'This portal is read-only.', allow)
  const verdict = judgeHost(headers.host, origin)
  if (verdict === 'serve') return null
  return verdict === 'redirect' && url?.startsWith('/')
    ? redirectAnswer(307, origin + url)
    : textAnswer(421, `This portal is at ${origin}.`)
}

async function data({ url = '/' }: IncomingMessage, render: Render): Promise<Answer> {
  const address = parseAddress(url)
  return address
    ? dataAnswer(address.path, await render(address.path + address.search))
    : problemAnswer('not-found', '/api/')
}

/** A page or a file; an address that is none, or in no language of ours, is absent in the reader's. */
async function page({ headers, url = '/' }: IncomingMessage, render: Render): Promise<Answer> {
  const address = parseAddress(url)
  const reader = preferredLocale(headers['accept-language'])
  if (address?.path === '/') return redirectAnswer(307, `/${reader}`, BY_LANGUAGE)
  if (address && STATIC.test(address.path)) return fileAnswer(await render(address.path))
  if (address && isLegacyElsewhere(address))
    return redirectAnswer(307, `/${reader}/docs${address.search}`, BY_LANGUAGE)
  const locale = address && localeOfPath(address.path)
  if (!address || !locale) return pageAnswer(await render(`/${reader}/not-found`), BY_LANGUAGE)
  const rendering = await render(address.path + address.search)
  if (rendering.location) return redirectAnswer(rendering.status, rendering.location)
  if (rendering.status >= 500) return pageAnswer(await render(`/${locale}/unavailable`))
  return pageAnswer(isPage(rendering) ? rendering : await render(`/${locale}/not-found`))
}

/** Not the renderer's own "not found", and not what it would tell its own scripts. */
const isPage = ({ status, type }: Rendering): boolean => status !== 404 && type.startsWith('text/html')

function send(
  request: IncomingMessage,
  response: ServerResponse,
  always: Readonly<Record<string, string>>,
  { status, headers, body }: Answer,
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(status, { ...always, ...headers, 'Content-Length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
