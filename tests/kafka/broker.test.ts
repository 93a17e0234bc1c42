import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { Admin } from '@platformatic/kafka'
import { expect, test } from 'vitest'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { checkNamed } from '#infra/kafka/check-named.ts'
import { namedBrokers } from '#infra/kafka/env.ts'
import { whyNoAnswer } from '#infra/kafka/probe.ts'
import { openBroker } from './broker.ts'
import { withKafka } from './with-kafka.ts'

const plain = withKafka(runtime => openBroker(runtime, { name: 'plain', partitions: 2 }))
const secured = withKafka(runtime => openBroker(runtime, { name: 'secured', mechanism: 'SCRAM-SHA-512' }))

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a broker ended by %s comes back on its port with its topics',
  async how => {
    const broker = plain()
    const admin = new Admin({ clientId: 'test', bootstrapBrokers: [broker.inner] })
    await admin.createTopics({ topics: [`kept-${how}`], partitions: -1, replicas: 1 })
    await admin.close()

    await broker.stop(how)
    expect(await whyNoAnswer({ bootstrapBrokers: [broker.inner] })).not.toBeNull()
    await broker.start()

    const again = new Admin({ clientId: 'test', bootstrapBrokers: [broker.inner] })
    const { topics } = await again.metadata({ topics: [`kept-${how}`] })
    await again.close()
    expect(topics.get(`kept-${how}`)?.partitionsCount).toBe(2)
  },
)

test('a secured broker lets in who knows the authority and the password, and nobody else', async () => {
  const { variables } = secured()
  const check = (over: Readonly<Record<string, string>>) => {
    const named = namedBrokers({ ...variables, ...over })
    return named && checkNamed(named)
  }

  await check({})
  const refused = expect(check({ KAFKA_SASL_PASSWORD: 'a-wrong-one' })).rejects
  await refused.toThrow(/no broker answers there/)
  await refused.not.toThrow(/a-wrong-one/)
  await expect(check({ KAFKA_SSL_CA: '' })).rejects.toThrow(/certificate/)
  expect(await whyNoAnswer({ bootstrapBrokers: [String(variables['KAFKA_BROKERS'])] })).not.toBeNull()
})

test('nothing is checked where KAFKA_BROKERS names nothing, and nonsense is told', () => {
  expect(namedBrokers({})).toBeNull()
  expect(() => namedBrokers({ KAFKA_BROKERS: 'here' })).toThrow(/KAFKA_BROKERS: must be host:port/)
})

test('kafka:up takes the secured broker that the variables name for one that answers, and tells no secret', async () => {
  const up = (over: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [path.join(PROJECT, 'infra/kafka/up.ts')], {
      encoding: 'utf8',
      env: { ...plainEnvironment(), ...secured().variables, ...over },
    })
  expect(up({})).toMatchObject({ status: 0, stdout: expect.stringContaining('a broker answers there') })
  const wrong = up({ KAFKA_SASL_PASSWORD: 'wrong-and-never-told' })
  expect(wrong.status).toBe(1)
  expect(`${wrong.stdout}${wrong.stderr}`).not.toContain('wrong-and-never-told')
})
