import { type SchemaName, schemaRef } from '#features/api/openapi-schema-rules.ts'
import {
  isProblemCode,
  PROBLEM_TYPE,
  PROBLEMS,
  type ProblemCode,
  problemUrn,
} from '#features/api/problem-model.ts'

const WHEN: Record<ProblemCode, string> = {
  'not-found': 'Nothing that this scope may see has that id.',
  'no-record-yet': 'The day asked for is before the first record.',
  'as-of-malformed': '`asOf` is not a calendar day.',
  'as-of-future': '`asOf` is later than today in Tbilisi.',
  'span-malformed': '`from` or `to` is not a calendar day.',
  'span-future': '`from` or `to` is later than the day the portal is shown for.',
  'span-reversed': '`from` is later than `to`.',
  'filter-malformed': 'A parameter has a value that nothing can be chosen by.',
  'locale-unknown': '`locale` is not a language of this portal.',
  'method-not-allowed': 'The method is neither GET nor HEAD.',
  internal: 'The portal made a mistake.',
  unavailable: 'The portal cannot read its database now.',
}

const RETRY_AFTER = {
  description: 'Is the number of seconds after which to try again.',
  schema: { type: 'integer', minimum: 0 },
}

const ETAG = {
  description:
    'Names this very answer. Sent again as `If-None-Match`, it spares the answer where nothing has changed.',
  schema: { type: 'string' },
}

const AGE = {
  description:
    'Is there while the portal cannot read its database: the number of seconds since this answer was last known to be the newest.',
  schema: { type: 'integer', minimum: 0 },
}

const content = (type: string, schema: object) => ({ content: { [type]: { schema } } })

/** The problem responses of an operation by status, each with the `type` values it may carry. */
function problemResponses(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = Map.groupBy(codes, code => PROBLEMS[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map(code => `\`${problemUrn(code)}\`: ${WHEN[code]}`).join('\n'),
        ...(status === PROBLEMS.unavailable.status ? { headers: { 'Retry-After': RETRY_AFTER } } : {}),
        ...content(PROBLEM_TYPE, {
          ...schemaRef('Problem'),
          type: 'object',
          properties: { type: { enum: group.map(problemUrn) }, status: { const: status } },
        }),
      },
    ]),
  )
}

/** Every response of an operation that answers with a resource or with one of some problems. */
export const responsesOf = (schema: SchemaName, except: readonly ProblemCode[] = []) => ({
  '200': {
    description: 'Is what was asked for.',
    headers: { ETag: ETAG, Age: AGE },
    ...content('application/json', schemaRef(schema)),
  },
  '304': {
    description: 'Nothing has changed since the answer that `If-None-Match` names.',
    headers: { ETag: ETAG },
  },
  ...problemResponses(
    Object.keys(PROBLEMS)
      .filter(isProblemCode)
      .filter(code => !except.includes(code)),
  ),
})
