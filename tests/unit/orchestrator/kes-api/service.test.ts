import { readFileSync } from 'node:fs'
import { request as send } from 'node:http'
import { connect } from 'node:net'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createFileTransport } from '#orchestrator/files/file-transport.ts'
import { filesIn } from '#orchestrator/files/places.ts'
import { KafkaError } from '#orchestrator/kafka/kafka-error.ts'
import { type KesService, startKesService } from '#orchestrator/kes-api/service.ts'
import type { KafkaRecordInput, Transport } from '#orchestrator/transport-model.ts'
import { temporaryFolder } from '../temporary.ts'

const silent = pino({ level: 'silent' })
const ADDRESS = { host: '127.0.0.1', port: 0, names: null }

async function start(transport: Transport | null): Promise<{ origin: string; service: KesService }> {
  const service = await startKesService(ADDRESS, transport, silent)
  onTestFinished(() => service.stop())
  return { origin: `http://127.0.0.1:${service.port}`, service }
}

const post = (address: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** A transport that acknowledges when it is told to, or fails. */
function heldTransport(outcome: () => Promise<void>): Transport {
  return {
    ...createFileTransport(temporaryFolder()),
    publish: async records => {
      await outcome()
      return records.map(({ topic }) => ({
        topic,
        partition: 0,
        offset: 0,
        timestamp: '2026-03-06T10:00:00Z',
      }))
    },
    describe: () => Promise.resolve(null),
  }
}

test('a case is on kes.orchestrator.events under its intent before it is acknowledged', async () => {
  const folder = temporaryFolder()
  const { origin } = await start(createFileTransport(folder))
  const answer = await post(
    `${origin}/kes/cases`,
    { caseId: 'case-7', office: 'თბილისი' },
    { 'x-intent-id': 'intent-7' },
  )
  expect(answer.status).toBe(202)
  const receipt = await answer.json()
  expect(receipt).toMatchObject({ intentId: 'intent-7', topic: 'kes.orchestrator.events' })
  const [line = ''] = readFileSync(filesIn(folder).outbox, 'utf8').split('\n')
  expect(JSON.parse(line)).toMatchObject({
    topic: 'kes.orchestrator.events',
    key: 'intent-7',
    payload: { eventId: receipt.eventId, payload: { source: 'case', caseId: 'case-7', office: 'თბილისი' } },
  })
})

test('a payment request that is sent twice is one event', async () => {
  const { origin } = await start(createFileTransport(temporaryFolder()))
  const answers = [1, 2].map(() => post(`${origin}/kes/payment-requests`, { paymentId: 'p-1' }))
  const [one, two] = await Promise.all(answers.map(async answer => (await answer).json()))
  expect(one.eventId).toBe(two.eventId)
  expect(one.intentId).toBe('p-1')
})

test('where Kafka is not switched on, a request is told which variable to set, and nothing is lost unsaid', async () => {
  const { origin } = await start(null)
  const answer = await post(`${origin}/kes/cases`, { caseId: 'a' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect((await answer.json()).mend).toContain('KES_ORCHESTRATOR_KAFKA_ENABLED=true')
  const health = await fetch(`${origin}/health`)
  expect([health.status, await health.json()]).toEqual([503, { ready: false, kafka: 'off', stopping: false }])
})

test.each([
  ['unreachable', 503, 'urn:kes:problem:kafka-away'],
  ['refused', 500, 'urn:kes:problem:kafka-refuses'],
] as const)(
  'brokers that are %s are answered by %s, without a word of theirs',
  async (code, status, type) => {
    const { origin } = await start(heldTransport(() => Promise.reject(new KafkaError(code, 'secret words'))))
    const answer = await post(`${origin}/kes/cases`, { caseId: 'a' })
    const text = await answer.text()
    expect([answer.status, JSON.parse(text).type]).toEqual([status, type])
    expect(text).not.toContain('secret words')
  },
)

test.each([
  ['/kes/cases', 'GET', undefined, {}, 405],
  ['/health', 'POST', '{}', {}, 405],
  ['/kes/other', 'POST', '{}', {}, 404],
  ['/kes/cases', 'POST', '{"caseId":"a"}', { 'content-type': 'text/plain' }, 415],
  ['/kes/cases', 'POST', '{"caseId":"a"}', { 'content-encoding': 'gzip' }, 415],
  ['/kes/cases', 'POST', '{"caseId":', {}, 400],
  ['/kes/cases', 'POST', `{"caseId":"a","x":"${'x'.repeat(17_000)}"}`, {}, 413],
  ['/kes/cases', 'POST', '{"caseId":""}', {}, 422],
  ['/kes/cases', 'POST', `{"caseId":"a","x":${'['.repeat(20)}${']'.repeat(20)}}`, {}, 422],
  ['/kes/cases', 'POST', `{"caseId":"a","x":${'['.repeat(7000)}${']'.repeat(7000)}}`, {}, 422],
])('%s %s %.20s %o is answered by %i with a mend', async (path, method, body, headers, status) => {
  const { origin } = await start(createFileTransport(temporaryFolder()))
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body }),
  })
  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ status, mend: expect.any(String) })
})

test('the intent of the header is on the topic in the same header, and nothing where none was given', async () => {
  const sent: KafkaRecordInput[] = []
  const { origin } = await start({
    ...heldTransport(() => Promise.resolve()),
    publish: async records => {
      sent.push(...records)
      return records.map(({ topic }) => ({ topic, partition: 0, offset: 0, timestamp: '' }))
    },
  })
  await post(`${origin}/kes/cases`, { caseId: 'a' }, { 'x-intent-id': 'intent-7' })
  await post(`${origin}/kes/cases`, { caseId: 'b' })
  expect(sent.map(({ headers }) => headers)).toEqual([{ 'x-intent-id': 'intent-7' }, {}])
})

test('however many ask for its health, the brokers are asked once at a time', async () => {
  let inquiries = 0
  const answered = Promise.withResolvers<null>()
  const { origin } = await start({
    ...heldTransport(() => Promise.resolve()),
    describe: () => {
      inquiries += 1
      return answered.promise
    },
  })
  const asked = Array.from({ length: 5 }, () => fetch(`${origin}/health`))
  await expect.poll(() => inquiries).toBe(1)
  answered.resolve(null)
  for (const health of await Promise.all(asked)) expect(health.status).toBe(200)
  expect((await fetch(`${origin}/health`)).status).toBe(200)
  expect(inquiries).toBe(1)
})

test('a page of another name that leads to this machine is refused', async () => {
  const { service } = await start(createFileTransport(temporaryFolder()))
  const status = await new Promise(resolve => {
    send({ port: service.port, path: '/health', headers: { host: 'evil.example' } }, response => {
      response.resume()
      resolve(response.statusCode)
    }).end()
  })
  expect(status).toBe(421)
})

test('a service that is to stop answers what is under way and takes nothing new', async () => {
  const acknowledged = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const { origin, service } = await start(
    heldTransport(() => {
      asked.resolve()
      return acknowledged.promise
    }),
  )
  const underWay = post(`${origin}/kes/cases`, { caseId: 'a' })
  await asked.promise
  const stopped = service.stop()
  await expect(post(`${origin}/kes/cases`, { caseId: 'b' })).rejects.toThrow()
  acknowledged.resolve()
  expect((await underWay).status).toBe(202)
  await stopped
})

test('a caller that breaks off within its body does no harm', async () => {
  const { origin, service } = await start(createFileTransport(temporaryFolder()))
  await new Promise<void>(resolve => {
    const socket = connect(service.port, '127.0.0.1', () => {
      socket.write(
        'POST /kes/cases HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ca',
        () => socket.destroy(),
      )
    })
    socket.once('close', () => resolve())
  })
  expect((await post(`${origin}/kes/cases`, { caseId: 'a' })).status).toBe(202)
})
