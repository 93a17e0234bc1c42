import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Locale } from '#features/localization/locale-model.ts'
import { type Address, parseAddress } from '#server/address.ts'
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
import { localeOfPath, preferredLocale } from '#server/language.ts'
import type { Render } from '#server/renderer.ts'

export interface GateOptions {
  readonly render: Render
  /** Scheme, host and port by which readers know the portal. */
  readonly origin: string
}

const STATIC = /^\/(?:_next\/static\/.+\.(?:css|woff2)|favicon\.svg|robots\.txt|sitemap\.xml)$/

/** The one door: GET and HEAD only, known parameters only, no script and one policy on every answer. */
export function createGate({ render, origin }: GateOptions): RequestListener {
  const always = constantHeaders(origin)
  return async (request, response) => {
    try {
      send(request, response, always, await answer(request, render))
    } catch (fault) {
      console.error(fault)
      send(request, response, always, textAnswer(500, 'Internal error.'))
    }
  }
}

async function answer(request: IncomingMessage, render: Render): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return textAnswer(405, 'This portal is read-only.', { Allow: 'GET, HEAD' })
  const target = request.url ?? '/'
  const address = parseAddress(target)
  if (target.startsWith('/api/'))
    return address
      ? dataAnswer(address.path, await render(address.path + address.search))
      : problemAnswer('not-found', '/api/')
  const reader = preferredLocale(request.headers['accept-language'])
  if (address?.path === '/') return redirectAnswer(307, `/${reader}`, { Vary: 'Accept-Language' })
  if (address && STATIC.test(address.path)) return fileAnswer(await render(address.path))
  return page(address, reader, render)
}

/** A page; an address that is none, or in no language of ours, is absent in the reader's. */
async function page(address: Address | null, reader: Locale, render: Render): Promise<Answer> {
  const locale = address && localeOfPath(address.path)
  if (!address || !locale) return pageAnswer(await render(`/${reader}/not-found`))
  const rendering = await render(address.path + address.search)
  if (rendering.location) return redirectAnswer(rendering.status, rendering.location)
  if (rendering.status >= 500) return pageAnswer(await render(`/${locale}/unavailable`))
  return pageAnswer(rendering.status === 404 ? await render(`/${locale}/not-found`) : rendering)
}

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
