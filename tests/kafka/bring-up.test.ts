import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringUp } from '#infra/kafka/bring-up.ts'
import { runningBroker, stopBroker } from '#infra/kafka/broker-process.ts'
import { whyNoAnswer } from '#infra/kafka/probe.ts'
import { BROKERS } from '#tests/setup/brokers.ts'
import { fakeEngine } from './fake-engine.ts'
import { withKafka } from './with-kafka.ts'

const folder = path.join(BROKERS, 'brought-up')
withKafka(async () => ({ close: () => stopBroker(folder) }))

let bin = ''
beforeAll(() => {
  bin = mkdtempSync(path.join(tmpdir(), 'mza-bin-'))
})
afterAll(() => rmSync(bin, { recursive: true }))

const { signal } = new AbortController()
const { JAVA_HOME, PATH: ownPath } = process.env
const ANSWERS = { info: 'exit 0', 'compose version': 'exit 0' }

test('where a container engine answers, the broker is brought up in a container', async () => {
  const { PATH, asked } = fakeEngine(path.join(bin, 'works'), { ...ANSWERS, 'up --detach --wait': 'exit 0' })
  const { what, port, already } = await bringUp({ PATH }, folder, signal)
  expect([what, already]).toEqual(['container of infra/kafka/compose.yaml', false])
  expect(asked()).toMatch(new RegExp(`compose.yaml up --detach --wait KAFKA_PORT=${port}\n$`))
})

test('a container that runs already is told of, and not started again', async () => {
  const { PATH, asked } = fakeEngine(path.join(bin, 'runs'), {
    ...ANSWERS,
    'port broker 9092': 'echo 127.0.0.1:19092',
  })
  expect(await bringUp({ PATH }, folder, signal)).toMatchObject({ port: 19_092, already: true })
  expect(asked()).not.toContain(' up ')
})

test('where the image is not to be had, the broker comes up on a Java, and once', async () => {
  const { PATH } = fakeEngine(path.join(bin, 'offline'), {
    ...ANSWERS,
    'up --detach': 'echo no image; exit 1',
  })
  const places = { PATH: [PATH, ownPath].join(path.delimiter), JAVA_HOME }
  const first = await bringUp(places, folder, signal)
  expect(first.already).toBe(false)
  expect(await whyNoAnswer({ bootstrapBrokers: [`127.0.0.1:${first.port}`] })).toBeNull()

  const { pid } = runningBroker(folder) ?? {}
  expect(await bringUp(places, folder, signal)).toEqual({
    what: `process ${pid}`,
    port: first.port,
    already: true,
  })
  await stopBroker(folder)
  expect(runningBroker(folder)).toBeNull()
})

test('where there is neither an engine nor a Java, it says what to install', async () => {
  await expect(bringUp({ PATH: '' }, folder, signal)).rejects.toMatchObject({
    message: 'no broker can be started: no container engine answers, and there is no Java 17 or newer',
    remedy: expect.stringMatching(/Docker.*openjdk.*maven.*KAFKA_BROKERS/),
  })
})
