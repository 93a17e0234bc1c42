import { expect, test } from 'vitest'
import { neededKafka, parseEnvironment } from '#orchestrator/env.ts'
import { parseKafkaSettings } from '#orchestrator/kafka/settings-model.ts'

const BROKERS = { KAFKA_BROKERS: 'b-1.kafka.example:9098, b-2.kafka.example:9098' }

const namesOfProblems = (variables: Record<string, string>): string[] => {
  const parsed = parseKafkaSettings(variables)
  return 'problems' in parsed ? parsed.problems.map(({ name }) => name) : []
}

test('brokers alone are enough; what is empty counts as not set', () => {
  const parsed = parseKafkaSettings({ ...BROKERS, KAFKA_SSL: '', KAFKA_SASL_MECHANISM: '' })
  expect(parsed).toMatchObject({
    settings: {
      brokers: ['b-1.kafka.example:9098', 'b-2.kafka.example:9098'],
      clientId: 'kes-orchestrator',
      tls: null,
      sasl: null,
    },
  })
})

test.each([
  ['a broker without a port', { KAFKA_BROKERS: 'kafka.example' }, ['KAFKA_BROKERS']],
  ['no broker', {}, ['KAFKA_BROKERS']],
  [
    'two mistakes at once',
    { KAFKA_SSL: 'yes', KAFKA_SESSION_TIMEOUT_MS: '1' },
    ['KAFKA_BROKERS', 'KAFKA_SSL', 'KAFKA_SESSION_TIMEOUT_MS'],
  ],
  ['a certificate without TLS', { ...BROKERS, KAFKA_SSL_CA: 'ca.pem' }, ['KAFKA_SSL_CA']],
  [
    'a client certificate without its key',
    { ...BROKERS, KAFKA_SSL: 'true', KAFKA_SSL_CERT: 'a.pem' },
    ['KAFKA_SSL_KEY'],
  ],
  ['a password without a mechanism', { ...BROKERS, KAFKA_SASL_PASSWORD: 'x' }, ['KAFKA_SASL_PASSWORD']],
  [
    'SCRAM without a user',
    { ...BROKERS, KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512' },
    ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'],
  ],
  [
    'OAUTHBEARER without a token',
    { ...BROKERS, KAFKA_SSL: 'true', KAFKA_SASL_MECHANISM: 'OAUTHBEARER' },
    ['KAFKA_SASL_TOKEN_COMMAND'],
  ],
  [
    'two sources of a token',
    {
      ...BROKERS,
      KAFKA_SSL: 'true',
      KAFKA_SASL_MECHANISM: 'OAUTHBEARER',
      KAFKA_SASL_TOKEN_FILE: 'a',
      KAFKA_SASL_TOKEN_COMMAND: 'b',
    },
    ['KAFKA_SASL_TOKEN_COMMAND'],
  ],
  [
    'a token in the clear',
    { ...BROKERS, KAFKA_SASL_MECHANISM: 'OAUTHBEARER', KAFKA_SASL_TOKEN_FILE: 'a' },
    ['KAFKA_SSL'],
  ],
  [
    'a password in the clear',
    { ...BROKERS, KAFKA_SASL_MECHANISM: 'PLAIN', KAFKA_SASL_USERNAME: 'a', KAFKA_SASL_PASSWORD: 'b' },
    ['KAFKA_SSL'],
  ],
  ['an unknown mechanism', { ...BROKERS, KAFKA_SASL_MECHANISM: 'GSSAPI' }, ['KAFKA_SASL_MECHANISM']],
])('%s is refused by name', (_what, variables, names) => {
  expect(namesOfProblems(variables)).toEqual(names)
})

test('no problem repeats a secret', () => {
  const secret = 'a-secret-of-mine'
  const variables = {
    KAFKA_BROKERS: 'x',
    KAFKA_SASL_USERNAME: 'u',
    KAFKA_SASL_PASSWORD: secret,
    KAFKA_SASL_TOKEN_COMMAND: secret,
  }
  expect(JSON.stringify(parseKafkaSettings(variables))).not.toContain(secret)
  expect(JSON.stringify(parseKafkaSettings({ ...variables, ...BROKERS }))).not.toContain(secret)
})

test('Kafka is used only where it is switched on, and who needs it is told the variable', () => {
  const parse = (variables: Record<string, string>) => parseEnvironment(variables, '/kes')
  expect(parse(BROKERS).kafka).toBeNull()
  expect(parse({ ...BROKERS, KES_ORCHESTRATOR_KAFKA_ENABLED: 'true' }).kafka).toMatchObject({
    clientId: 'kes-orchestrator',
  })
  expect(() => parse({ KES_ORCHESTRATOR_KAFKA_ENABLED: 'true' })).toThrow(/KAFKA_BROKERS/)
  expect(() => parse({ KES_ORCHESTRATOR_KAFKA_ENABLED: 'yes' })).toThrow(/KES_ORCHESTRATOR_KAFKA_ENABLED/)
  expect(() => neededKafka(parse(BROKERS))).toThrow(/KES_ORCHESTRATOR_KAFKA_ENABLED is not true/)
})
