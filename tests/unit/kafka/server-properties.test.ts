import { expect, test } from 'vitest'
import { clientPort, serverProperties } from '#infra/kafka/server-properties.ts'

const PLAIN = {
  folder: '/state/kafka',
  port: 9092,
  controllerPort: 9093,
  innerPort: null,
  partitions: 3,
  security: null,
}

test('a broker listens on the loopback address alone', () => {
  const listeners = serverProperties(PLAIN)
    .split('\n')
    .filter(line => line.includes('listeners='))
  expect(listeners).toEqual([
    'listeners=CLIENT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093',
    'advertised.listeners=CLIENT://127.0.0.1:9092',
  ])
})

test('the port for clients is found again in what was written', () => {
  expect(clientPort(serverProperties({ ...PLAIN, port: 40_001, innerPort: 40_002 }))).toBe(40_001)
  expect(clientPort('')).toBeNull()
})

test('a secured broker takes no client without TLS and SASL', () => {
  const security = {
    keystore: '/k.p12',
    password: 'p',
    mechanisms: ['SCRAM-SHA-512', 'OAUTHBEARER'],
  } as const
  const properties = serverProperties({ ...PLAIN, innerPort: 9094, security })
  expect(properties).toContain('listener.security.protocol.map=CLIENT:SASL_SSL,')
  expect(properties).toContain('sasl.enabled.mechanisms=SCRAM-SHA-512,OAUTHBEARER\n')
})
