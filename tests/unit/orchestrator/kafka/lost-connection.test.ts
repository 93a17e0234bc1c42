import { once } from 'node:events'
import net from 'node:net'
import pino from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openKafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import { parseKafkaSettings } from '#orchestrator/kafka/settings-model.ts'

/** A broker that ends every connection as soon as somebody says who they are. Gives its address. */
async function openRudeBroker(): Promise<string> {
  const server = net.createServer(socket => {
    socket.on('error', () => {})
    socket.on('data', () => socket.resetAndDestroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as net.AddressInfo
  return `127.0.0.1:${port}`
}

test('a connection that is lost while it says who it is fails what asked for it, and nothing else', async () => {
  const uncaught = vi.fn()
  process.on('uncaughtException', uncaught)
  onTestFinished(() => void process.off('uncaughtException', uncaught))
  const parsed = parseKafkaSettings({
    KAFKA_BROKERS: await openRudeBroker(),
    KAFKA_SASL_MECHANISM: 'SCRAM-SHA-256',
    KAFKA_SASL_USERNAME: 'orchestrator',
    KAFKA_SASL_PASSWORD: 'a-secret',
  })
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const transport = openKafkaTransport(parsed.settings, pino({ level: 'silent' }), 1000)
  const record = { topic: 'lost', key: 'intent-1', value: '{}', eventId: null, headers: {} }
  const [made, sent] = await Promise.allSettled([
    transport.ensureTopics(['lost'], 1),
    transport.publish([record]),
  ])
  expect([made, sent].map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await transport.close()
  expect(uncaught).not.toHaveBeenCalled()
}, 20_000)
