import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openBroker } from '../broker.ts'
import { unsignedToken } from '../unsigned-token.ts'
import { withKafka } from '../with-kafka.ts'
import { consumeUntil, openTransport, someRecords } from './open-transport.ts'

const scram256 = withKafka(runtime => openBroker(runtime, { name: 'scram-256', mechanism: 'SCRAM-SHA-256' }))

async function comesThrough(variables: Readonly<Record<string, string>>, topic: string): Promise<void> {
  const transport = openTransport(variables)
  await transport.ensureTopics([topic], 2)
  await transport.publish(someRecords(topic, 20))
  expect(await consumeUntil(transport, { topic, groupId: topic, count: 20 })).toHaveLength(20)
  await transport.close()
}

test('records come through over TLS with SCRAM-SHA-256 and SCRAM-SHA-512', async () => {
  await comesThrough(scram256().variables, 'scram-256')
  await comesThrough({ ...scram256().variables, KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512' }, 'scram-512')
})

test('records come through over TLS with OAUTHBEARER, the token from a file or printed by a command', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mza-token-'))
  const file = path.join(folder, 'token')
  writeFileSync(file, `${unsignedToken('orchestrator')}\n`)
  const { KAFKA_BROKERS = '', KAFKA_SSL = '', KAFKA_SSL_CA = '' } = scram256().variables
  const access = { KAFKA_BROKERS, KAFKA_SSL, KAFKA_SSL_CA, KAFKA_SASL_MECHANISM: 'OAUTHBEARER' }
  await comesThrough({ ...access, KAFKA_SASL_TOKEN_FILE: file }, 'oauth-file')
  await comesThrough({ ...access, KAFKA_SASL_TOKEN_COMMAND: `cat '${file}'` }, 'oauth-command')
  rmSync(folder, { recursive: true })
})

test.each([
  ['a wrong password', { KAFKA_SASL_PASSWORD: 'wrong-and-never-told' }, 'refused'],
  ['an unknown user', { KAFKA_SASL_USERNAME: 'nobody' }, 'refused'],
  ['a certificate of an authority that nobody named', { KAFKA_SSL_CA: '' }, 'refused'],
] as const)('%s is refused at once, and no message holds the password', async (_what, changed, code) => {
  const variables: Record<string, string> = { ...scram256().variables, ...changed }
  const transport = openTransport(variables)
  const attempts = [
    transport.publish(someRecords('refused', 1)),
    transport.ensureTopics(['refused'], 1),
    consumeUntil(transport, { topic: 'refused', groupId: 'refused', count: 1 }),
  ]
  for (const outcome of await Promise.allSettled(attempts)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code } })
    const told = outcome.status === 'rejected' ? `${outcome.reason.message}${outcome.reason.stack}` : ''
    expect(told).not.toContain(variables['KAFKA_SASL_PASSWORD'])
  }
  await transport.close()
})

test('a token command that fails is named without what it said', async () => {
  const { KAFKA_BROKERS = '', KAFKA_SSL = '', KAFKA_SSL_CA = '' } = scram256().variables
  const transport = openTransport({
    KAFKA_BROKERS,
    KAFKA_SSL,
    KAFKA_SSL_CA,
    KAFKA_SASL_MECHANISM: 'OAUTHBEARER',
    KAFKA_SASL_TOKEN_COMMAND: 'echo a-secret; echo a-secret >&2; exit 3',
  })
  await expect(transport.ensureTopics(['none'], 1)).rejects.toThrow(
    /^(?!.*a-secret).*KAFKA_SASL_TOKEN_COMMAND ended with 3/s,
  )
  await transport.close()
})
