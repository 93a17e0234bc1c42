import { z } from 'zod'

/** Kinds of refusal of the API, with their status and title. */
export const PROBLEMS = {
  'not-found': { status: 404, title: 'Not found' },
  'no-record-yet': { status: 404, title: 'No record yet' },
  'as-of-malformed': { status: 400, title: 'Not a calendar day' },
  'as-of-future': { status: 400, title: 'A day in the future' },
  'span-malformed': { status: 400, title: 'Not a span of calendar days' },
  'span-future': { status: 400, title: 'A span that is not over' },
  'span-reversed': { status: 400, title: 'A span that ends before it begins' },
  'filter-malformed': { status: 400, title: 'Not a filter' },
  'locale-unknown': { status: 400, title: 'Not a language of this portal' },
  'method-not-allowed': { status: 405, title: 'Read-only' },
  internal: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Unavailable' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS

export const isProblemCode = (value: string): value is ProblemCode => Object.hasOwn(PROBLEMS, value)

export const PROBLEM_TYPE = 'application/problem+json'

export const problemUrn = (code: ProblemCode): string => `urn:mza:problem:${code}`

export const problemSchema = z
  .object({
    type: z.string().describe('Names the kind of problem for good: `urn:mza:problem:` and its code.'),
    title: z.string().describe('Names the kind of problem in English words.'),
    status: z.int().min(400).max(599).describe('Repeats the HTTP status.'),
    instance: z.string().describe('Is the path that was asked for.'),
    detail: z.string().optional().describe('Says in English what was expected and what was found.'),
  })
  .describe('An error as RFC 9457 shapes it.')

/** An error as RFC 9457 shapes it (`application/problem+json`). */
export type Problem = Readonly<z.infer<typeof problemSchema>>

export const problem = (code: ProblemCode, instance: string, detail?: string): Problem => ({
  type: problemUrn(code),
  ...PROBLEMS[code],
  instance,
  ...(detail === undefined ? {} : { detail }),
})

/** Why a request gets a problem instead of what it asked for. */
export class Refusal {
  readonly code: ProblemCode
  /** "Expected …, found …." */
  readonly detail: string

  constructor(code: ProblemCode, detail: string) {
    this.code = code
    this.detail = detail
  }
}
