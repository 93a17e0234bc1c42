import { GenericError } from '@platformatic/kafka'
import { KafkaError, type KafkaErrorCode } from './kafka-error.ts'

/** TLS failures that another attempt does not mend, as Node names them. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/
/** The client's codes for what is wrong with the request or the credentials, not with the connection. */
const REFUSALS = new Set([
  'PLT_KFK_AUTHENTICATION',
  'PLT_KFK_USER',
  'PLT_KFK_UNSUPPORTED_API',
  'PLT_KFK_UNSUPPORTED',
])
/** Protocol errors that end with a person: names of Kafka's own. */
const REFUSED = new RegExp(
  [
    'AUTHORIZATION_FAILED$',
    '^SASL_',
    '^UNSUPPORTED_',
    '^INVALID_(CONFIG|GROUP_ID|PARTITIONS|SESSION_TIMEOUT|TOPIC_EXCEPTION)$',
    '^POLICY_VIOLATION$',
    '^SECURITY_DISABLED$',
  ].join('|'),
)

/** An error, what caused it and what it holds, each once. */
function errorChain(error: unknown, seen = new Set<unknown>()): Error[] {
  if (!(error instanceof Error) || seen.has(error)) return []
  seen.add(error)
  const inner = error instanceof AggregateError ? error.errors : []
  return [error, ...[error.cause, ...inner].flatMap(one => errorChain(one, seen))]
}

const field = (error: Error, name: string): unknown =>
  Object.entries(error).find(([key]) => key === name)?.[1]

function isRefusal(error: Error): boolean {
  if (field(error, 'canRetry') === true) return false
  const code = field(error, 'code')
  const api = field(error, 'apiId')
  if (typeof code === 'string' && (REFUSALS.has(code) || CERTIFICATE.test(code))) return true
  return typeof api === 'string' && REFUSED.test(api)
}

/** Whether another attempt can mend what the client reports. */
export function failureCode(error: unknown): KafkaErrorCode {
  const chain = errorChain(error)
  const own = chain.find(one => one instanceof KafkaError)
  return own?.code ?? (chain.some(isRefusal) ? 'refused' : 'unreachable')
}

/** Whether the client or the network reports this; else it is a mistake in the code, which no attempt mends. */
export const isReported = (error: unknown): boolean =>
  errorChain(error).some(
    one =>
      one instanceof KafkaError || GenericError.isGenericError(one) || field(one, 'syscall') !== undefined,
  )

/** What the client reports, in its own words and once each, without any of the `secrets`. */
export function failureWords(error: unknown, secrets: readonly string[]): string {
  const chain = errorChain(error)
  const words = new Set(
    chain.flatMap(one => {
      const said = field(one, 'serverErrorMessage')
      return [one.message, typeof said === 'string' ? said : ''].filter(text => text.length > 0)
    }),
  )
  const text = words.size > 0 ? [...words].join(' ') : String(error)
  return secrets
    .reduce((masked, secret) => (secret ? masked.replaceAll(secret, '***') : masked), text)
    .slice(0, 1000)
}
