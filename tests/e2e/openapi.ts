import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { Answer } from './http.ts'
import { ask } from './http.ts'

const DATE = /^\d{4}-\d\d-\d\d$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** The part of a JSON Pointer that names one member (RFC 6901), as a URI fragment. */
const member = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))

/**
 * Holds an answer to what the portal's OpenAPI document says of that operation, status and media type.
 * Returns what is wrong with it; an answer that the document does not foresee is wrong.
 */
export async function describedBy(template: string, { status, headers, body }: Answer) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { date: DATE, 'date-time': INSTANT } })
  ajv.addSchema(JSON.parse((await ask('/api/v1/openapi.json')).body), 'openapi')
  const type = headers['content-type']?.split(';')[0] ?? ''
  const pointer = ['paths', template, 'get', 'responses', String(status), 'content', type, 'schema']
  const validate = ajv.getSchema(`openapi#/${pointer.map(member).join('/')}`)
  if (!validate) return [`${template} foresees no ${status} of ${type}`]
  validate(JSON.parse(body))
  return (validate.errors ?? []).map(({ instancePath, message }: ErrorObject) => `${instancePath} ${message}`)
}
