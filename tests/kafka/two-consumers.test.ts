import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { openBroker } from './broker.ts'
import { type Command, startCommand } from './command.ts'
import { checksThat } from './findings.ts'
import { startOf } from './starts.ts'
import { openTransport } from './transport/open-transport.ts'
import { withKafka } from './with-kafka.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'two-consumers' }))
let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop(broker().variables)
})
afterEach(() => workshop.remove())

test('while consumers come and go, each takes over what another had, and each effect is had once', async () => {
  const ends = new Set<unknown>()
  const join = (): { command: Command; shares: (more: number) => Promise<void> } => {
    const command = startCommand('kes-consumer', ['--chain', '--partitions', '4'], workshop.variables)
    let consumed = 0
    command.onLog(({ msg, topic, intentId }) => {
      if (msg === 'consume') consumed += 1
      if (msg === 'consume' && topic === 'anchor.confirmed') ends.add(intentId)
    })
    const shares = async (more: number) => {
      const wanted = consumed + more
      await expect.poll(() => consumed, { timeout: 60_000 }).toBeGreaterThan(wanted)
    }
    return { command, shares }
  }
  const sender = openTransport(broker().variables)
  let sent = 0
  const send = async (count: number) => {
    const from = sent
    sent += count
    await sender.publish(Array.from({ length: count }, (_, number) => startOf(`intent-${from + number}`)))
  }

  const one = join()
  await expect
    .poll(() => sender.describe(['anchor.confirmed']), { timeout: 30_000 })
    .toMatchObject({
      partitions: { 'anchor.confirmed': 4 },
    })
  await send(200)
  await one.shares(100)
  const two = join()
  const feeding = setInterval(() => void send(10), 100)
  onTestFinished(() => clearInterval(feeding))
  await two.shares(100)
  one.command.process.kill('SIGTERM')
  const left = await one.command.ended
  expect(left.said, left.log).toMatchObject({ ok: true, bundle: null })
  const three = join()
  await three.shares(50)
  clearInterval(feeding)
  await expect.poll(() => ends.size, { timeout: 60_000 }).toBe(sent)
  await sender.close()
  for (const { command } of [two, three]) command.process.kill('SIGTERM')
  const last = [await two.command.ended, await three.command.ended].find(({ said }) => said?.['bundle'])
  const { [String(last?.said?.['runId'])]: findings = {} } = await workshop.findings()
  expect(checksThat('failed', findings)).toEqual([])
  expect(checksThat('passed', findings)).toEqual(expect.arrayContaining(['effect-once', 'order-per-intent']))
})
