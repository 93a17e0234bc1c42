import { PROBLEM_TYPE, type ProblemCode, problem } from '#features/api/problem-model.ts'
import { asItIs, encode, type Variants } from '#server/encoding.ts'
import { cleanPage } from '#server/html.ts'
import type { Rendering } from '#server/renderer.ts'
import type { StyleSheets } from '#server/style-sheets.ts'

/** What the gate says, but for the headers that every answer carries. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** An answer ready to be sent, in whichever encoding a reader takes. */
export interface EncodedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly variants: Variants
}

/** Seconds after which a reader may try again while the database or the renderer is down, or too much is under way. */
const RETRY_AFTER = { 'Retry-After': '30' }

/** What may be kept must be asked for again each time, and differs by these headers. */
const KEPT = { 'Cache-Control': 'no-cache', Vary: 'Cookie, Accept-Encoding' }

/** What was made for somebody who has signed in is kept by nobody. */
export const PRIVATE = { 'Cache-Control': 'private, no-store', Vary: 'Cookie' }

/** A page that is found offers itself in the language that a reader prefers; another says no more to one than to all. */
const KEPT_PAGE = { ...KEPT, Vary: `${KEPT.Vary}, Accept-Language` }

/**
 * A rendered page, cleaned, with the status it asks for.
 * @throws {Error} where rendering it failed, and for what is no page: cleaning would make markup of it
 */
export function pageAnswer(rendering: Rendering, styles: StyleSheets): Answer {
  if (rendering.location) return redirectAnswer(rendering.status, rendering.location)
  if (rendering.status >= 500) throw new Error(`Rendering a page failed with status ${rendering.status}.`)
  if (!rendering.type.startsWith('text/html')) throw new Error(`Not a page: ${rendering.type}`)
  const { html, status: asked } = cleanPage(rendering.body.toString('utf8'), styles)
  const status = asked ?? rendering.status
  const kept = status === 200 ? KEPT_PAGE : KEPT
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      ...(status === 503 ? { 'Cache-Control': 'no-store', ...RETRY_AFTER } : kept),
    },
    body: html,
  }
}

/**
 * An answer of the API.
 * @throws {Error} where it could not be made
 */
export function dataAnswer(path: string, { status, type, body }: Rendering): Answer {
  if (status >= 500) throw new Error(`The API failed with status ${status}.`)
  if (!type.includes('json')) return problemAnswer('not-found', path)
  return { status, headers: { 'Content-Type': type, ...KEPT }, body }
}

export function problemAnswer(code: ProblemCode, path: string, headers: Record<string, string> = {}): Answer {
  const found = problem(code, path)
  return {
    status: found.status,
    headers: {
      'Content-Type': PROBLEM_TYPE,
      'Cache-Control': 'no-store',
      ...(found.status === 503 ? RETRY_AFTER : {}),
      ...headers,
    },
    body: JSON.stringify(found),
  }
}

/** Pictures that other sites may show, unlike everything else here: a badge is made to be put elsewhere. */
const FOR_OTHER_SITES = { 'Cross-Origin-Resource-Policy': 'cross-origin' }

/**
 * A style sheet, a font, a picture, a feed, a table, `robots.txt`, `sitemap.xml`.
 * @throws {Error} where it could not be made
 */
export function fileAnswer(
  path: string,
  { status, type, cacheControl, disposition, body }: Rendering,
): Answer {
  if (status >= 500) throw new Error(`A file failed with status ${status}.`)
  if (status !== 200)
    return textAnswer(status, type.startsWith('text/plain') ? body.toString().trimEnd() : 'Not found.')
  const isForGood = cacheControl?.includes('immutable') ?? false
  const kept = isForGood ? { 'Cache-Control': cacheControl ?? '', Vary: 'Accept-Encoding' } : KEPT
  return {
    status: 200,
    headers: {
      'Content-Type': type,
      ...kept,
      ...(disposition === null ? {} : { 'Content-Disposition': disposition }),
      ...(path.startsWith('/badge/') ? FOR_OTHER_SITES : {}),
    },
    body,
  }
}

export const unavailableText = (): Answer => textAnswer(503, 'Unavailable.', RETRY_AFTER)

export const busyText = (): Answer => textAnswer(503, 'Too many downloads are under way.', RETRY_AFTER)

export const textAnswer = (status: number, text: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  body: `${text}\n`,
})

export const redirectAnswer = (
  status: number,
  location: string,
  headers: Record<string, string> = {},
): Answer => ({ status, headers: { Location: location, 'Cache-Control': 'no-cache', ...headers }, body: '' })

/** Whether nobody may keep an answer: then it has no validator either, which would tell whether two readers see the same. */
export const isUnkept = ({ headers }: Pick<Answer, 'headers'>): boolean =>
  headers['Cache-Control']?.includes('no-store') ?? false

/** An answer for one reader alone, as it is: the length of compressed text tells what stands beside what was asked for. */
export const privateAnswer = ({ status, headers, body }: Answer): EncodedAnswer => ({
  status,
  headers: { ...headers, ...PRIVATE },
  variants: asItIs(Buffer.from(body)),
})

export const encodeAnswer = async ({ status, headers, body }: Answer): Promise<EncodedAnswer> => ({
  status,
  headers,
  variants: await encode(Buffer.from(body), headers['Content-Type'] ?? ''),
})
