import { z } from 'zod'
import { defectIn, pointerStep } from '#orchestrator/recordable-rules.ts'
import { Problem, type ProblemPlace } from './problem-model.ts'

/** As the contracts have it: 1 to 200 characters, none of them a control character or half of a pair. */
const id = z
  .string('must be text')
  .min(1, 'must not be empty')
  .max(200, 'must have at most 200 characters')
  .refine(text => text.isWellFormed() && !/\p{Cc}/u.test(text), 'must have no control characters')

const shapes = {
  case: z.looseObject(
    { caseId: id, intentId: id.optional(), source: z.literal('case', 'must be case here').optional() },
    'must be an object',
  ),
  payment: z.looseObject(
    {
      paymentId: id,
      caseId: id.optional(),
      intentId: id.optional(),
      source: z.literal('payment', 'must be payment here').optional(),
    },
    'must be an object',
  ),
}

/** What a request is about. */
export type KesSource = keyof typeof shapes

/** A request, checked. */
export interface KesRequest {
  readonly source: KesSource
  /** The id of the case or the payment. */
  readonly ownId: string
  /** From the header `x-intent-id`. */
  readonly headerIntentId: string | null
  readonly bodyIntentId: string | null
  /** From the header `idempotency-key`. */
  readonly idempotencyKey: string | null
  /** The body without `intentId`, whatever else it has included. */
  readonly fields: Readonly<Record<string, unknown>>
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

function headerId(headers: Headers, name: string, wrong: ProblemPlace[]): string | null {
  const value = headers[name]
  if (value === undefined) return null
  if (typeof value === 'string' && /^[!-~]([ -~]{0,198}[!-~])?$/.test(value)) return value
  wrong.push({ place: `header ${name}`, problem: 'must be 1 to 200 visible ASCII characters, once' })
  return null
}

/**
 * @param body parsed JSON
 * @throws {Problem} `invalid`, naming every place
 */
export function parseKesRequest(source: KesSource, headers: Headers, body: unknown): KesRequest {
  const wrong: ProblemPlace[] = []
  const headerIntentId = headerId(headers, 'x-intent-id', wrong)
  const idempotencyKey = headerId(headers, 'idempotency-key', wrong)
  // The parser would leave it out, and nothing is left out here without a word.
  if (Object.hasOwn(Object(body), '__proto__'))
    wrong.push({ place: '/__proto__', problem: 'must not be there' })
  const parsed = shapes[source].safeParse(body)
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues)
      wrong.push({
        place: path.map(step => `/${pointerStep(String(step))}`).join('') || '/',
        problem: message,
      })
  // In the event the body is one deeper.
  const defect = parsed.success ? defectIn(parsed.data, 2) : null
  if (defect) wrong.push({ place: defect.pointer || '/', problem: defect.problem })
  if (!parsed.success || wrong.length > 0) throw new Problem('invalid', wrong)
  const { intentId, ...fields } = parsed.data
  const ownId = 'paymentId' in parsed.data ? parsed.data.paymentId : parsed.data.caseId
  return {
    source,
    ownId: String(ownId),
    headerIntentId,
    bodyIntentId: intentId ?? null,
    idempotencyKey,
    fields,
  }
}
