import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { BaseOptions, SASLOptions } from '@platformatic/kafka'
import { KafkaError } from './kafka-error.ts'
import type { KafkaSettings, SaslSettings } from './settings-model.ts'
import { readToken } from './token.ts'

const isAddress = (broker: string): boolean => isIP(broker.replace(/:\d+$/, '').replace(/[[\]]/g, '')) > 0

function pem(name: string, file: string | null): string | undefined {
  if (file === null) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new KafkaError('refused', `The file that ${name} names cannot be read.`)
  }
}

const saslOf = (sasl: SaslSettings): SASLOptions =>
  sasl.mechanism === 'OAUTHBEARER'
    ? { mechanism: sasl.mechanism, token: () => readToken(sasl.token) }
    : { mechanism: sasl.mechanism, username: sasl.username, password: sasl.password }

/**
 * What every client of the brokers is opened with.
 * @throws {KafkaError} where a certificate cannot be read
 */
export function clientOptions({ brokers, clientId, tls, sasl }: KafkaSettings): BaseOptions {
  return {
    clientId,
    bootstrapBrokers: [...brokers],
    // Topics are made by `ensureTopics` or by an administrator, never by a slip of the pen.
    autocreateTopics: false,
    ...(tls && {
      tls: {
        ca: pem('KAFKA_SSL_CA', tls.ca),
        cert: pem('KAFKA_SSL_CERT', tls.cert),
        key: pem('KAFKA_SSL_KEY', tls.key),
      },
      // A broker behind a balancer is told by its name; an address is none (RFC 6066).
      tlsServerName: !brokers.some(isAddress),
    }),
    ...(sasl && { sasl: saslOf(sasl) }),
  }
}

/** What must never be said, in messages of errors least of all. Tokens are not known here and never in a message. */
export const secretsOf = ({ sasl }: KafkaSettings): readonly string[] =>
  sasl && sasl.mechanism !== 'OAUTHBEARER' ? [sasl.password] : []
