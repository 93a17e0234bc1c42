import { PROBLEM_TYPE, type ProblemCode, problem } from '#features/api/problem-model.ts'
import { cleanPage } from '#server/html.ts'
import type { Rendering } from '#server/renderer.ts'

/** What the gate sends, but for the headers that every answer carries. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** Seconds after which a reader may try again while the database or the renderer is down. */
const RETRY_AFTER = { 'Retry-After': '30' }

/**
 * A rendered page, cleaned, with the status it asks for.
 * @throws {Error} for what is no page: cleaning would make markup of it
 */
export function pageAnswer(rendering: Rendering, headers: Record<string, string> = {}): Answer {
  if (!rendering.type.startsWith('text/html')) throw new Error(`Not a page: ${rendering.type}`)
  const { html, status } = cleanPage(rendering.body.toString('utf8'))
  return {
    status: status ?? rendering.status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      ...(status === 503 ? RETRY_AFTER : {}),
      ...headers,
    },
    body: html,
  }
}

/** An answer of the API; where it could not be made, why. */
export function dataAnswer(path: string, rendering: Rendering): Answer {
  if (!rendering.type.includes('json'))
    return problemAnswer(rendering.status >= 500 ? 'unavailable' : 'not-found', path)
  return {
    status: rendering.status,
    headers: { 'Content-Type': rendering.type, 'Cache-Control': 'no-cache' },
    body: rendering.body,
  }
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

/** A style sheet, a font, a picture, `robots.txt`, `sitemap.xml`. */
export const fileAnswer = (rendering: Rendering): Answer =>
  rendering.status === 200
    ? {
        status: 200,
        headers: { 'Content-Type': rendering.type, 'Cache-Control': rendering.cacheControl ?? 'no-cache' },
        body: rendering.body,
      }
    : rendering.status >= 500
      ? textAnswer(503, 'Unavailable.', RETRY_AFTER)
      : textAnswer(rendering.status, 'Not found.')

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
