import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBroker } from './broker.ts'
import { type Command, startCommand } from './command.ts'
import { checksThat } from './findings.ts'
import { withKafka } from './with-kafka.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'broker-outage' }))
let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop(broker().variables)
})
afterEach(() => workshop.remove())

/** Settles when so many more events have been published. */
function published(command: Command, count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let left = count
  command.onLog(({ msg }) => {
    if (msg !== 'publish') return
    left -= 1
    if (left === 0) resolve()
  })
  return promise
}

test('a broker that stops and comes back under load, in order and without a word, loses nothing', async () => {
  const command = startCommand('single-operator-e2e', ['--intents', '6000'], workshop.variables)
  for (const how of ['SIGTERM', 'SIGKILL'] as const) {
    await Promise.race([published(command, 8000), command.ended])
    await broker().stop(how)
    await broker().start()
  }
  const { code, said, log } = await command.ended
  expect(code, log).toBe(0)
  expect(said).toMatchObject({ ok: true })
  const { [String(said?.['runId'])]: findings = {} } = await workshop.findings()
  expect(checksThat('failed', findings)).toEqual([])
  expect(checksThat('passed', findings)).toEqual(
    expect.arrayContaining(['effect-once', 'no-loss', 'order-per-intent', 'trace-complete', 'claims-agree']),
  )
})
