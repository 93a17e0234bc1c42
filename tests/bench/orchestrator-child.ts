import { Admin } from '@platformatic/kafka'
import { newEventId } from '#orchestrator/event-id-rules.ts'
import { CHAIN } from '#orchestrator/event-model.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import { openRelay } from '#tests/bench/bare-relay.ts'
import { openOrchestrator } from '#tests/bench/orchestrated.ts'

// Carries intents through the chain on empty topics: `way broker folder intents`. Prints how fast, warmed up.
const [, , way = '', broker = '', folder = '', intents = ''] = process.argv
const PARTITIONS = 6
const WARMING = 0.5

const starts = (count: number) =>
  Array.from({ length: count }, () => {
    const eventId = newEventId(new Date())
    return buildKafkaRecordInput('milestone.approved', {
      schemaVersion: 'v1',
      eventId,
      occurredAt: new Date().toISOString(),
      intentId: `intent-${eventId}`,
      producer: 'bench',
      payload: { caseId: `case-${eventId}`, milestoneId: `milestone-${eventId}`, approvedBy: 'bench' },
    })
  })

const admin = new Admin({ clientId: 'bench', bootstrapBrokers: [broker] })
const known = await admin.listTopics()
const old = CHAIN.filter(topic => known.includes(topic))
if (old.length > 0) await admin.deleteTopics({ topics: old })
for (const topic of CHAIN) await admin.createTopics({ topics: [topic], partitions: PARTITIONS, replicas: 1 })
await admin.close()

const groupId = `bench-${process.pid}`
const carrier = way === 'bare' ? openRelay(broker, groupId) : openOrchestrator(broker, groupId, folder)
const carry = async (count: number) => {
  const records = starts(count)
  const [since, cpu] = [performance.now(), process.cpuUsage()]
  await Promise.all([carrier.begin(records), carrier.carry(count * CHAIN.length)])
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - since) / 1000
  const events = count * CHAIN.length
  return { perSecond: events / seconds, cpuMicroseconds: (user + system) / events }
}
await carry(Number(intents) * WARMING)
const measured = await carry(Number(intents))
await carrier.close()
console.log(JSON.stringify(measured))
process.exit()
