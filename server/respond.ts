import type { IncomingMessage, ServerResponse } from 'node:http'
import { type EncodedAnswer, isUnkept } from '#server/answer.ts'
import { preferredEncoding } from '#server/encoding.ts'

/** Milliseconds after which a reader who does not take an answer loses the connection. */
const SLOWEST = 30_000

/** The one header of all answers that an answer may say otherwise. */
const RESOURCE_POLICY = 'Cross-Origin-Resource-Policy'

const without = (headers: readonly string[], name: string): string[] =>
  headers.filter((_, at) => headers[at - (at % 2)] !== name)

/** Sends an answer in the encoding the reader likes best, or says that it has it already. */
export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  always: readonly string[],
  { status, headers, variants }: EncodedAnswer,
): void {
  const variant = variants[preferredEncoding(request.headers['accept-encoding'])]
  const common = headers[RESOURCE_POLICY] === undefined ? [...always] : without(always, RESOURCE_POLICY)
  for (const name in headers) if (name !== 'Content-Type') common.push(name, headers[name] ?? '')
  const isValidated = status === 200 && !isUnkept({ headers })
  if (isValidated) common.push('ETag', variant.etag)
  if (isValidated && isKnown(request.headers['if-none-match'], variant.etag)) {
    response.writeHead(304, common).end()
    return
  }
  const { 'Content-Type': type } = headers
  if (type !== undefined) common.push('Content-Type', type)
  if (variant.encoding !== 'identity') common.push('Content-Encoding', variant.encoding)
  common.push('Content-Length', String(variant.body.length))
  response.writeHead(status, common).end(request.method === 'HEAD' ? undefined : variant.body)
  if (response.writableLength > 0) limit(response)
}

/** Whether the reader's `If-None-Match` names what it would be sent (RFC 9110, 13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag)
}

function limit(response: ServerResponse): void {
  const timer = setTimeout(() => response.destroy(), SLOWEST)
  response.once('close', () => clearTimeout(timer))
}
