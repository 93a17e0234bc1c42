import type { Environment } from '#features/evidence/environment-model.ts'
import { partitionOf } from '#features/evidence/murmur2-rules.ts'
import type { Boundary, EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Claims, RetryPolicy, Run } from '#features/evidence/run-model.ts'

const CHAIN = [
  'milestone.approved',
  'mint.requested',
  'mint.confirmed',
  'anchor.requested',
  'anchor.confirmed',
]
const DLQ = 'orchestration.dlq'

export const POLICY: RetryPolicy = {
  maxAttempts: 3,
  timeoutMs: 5000,
  backoff: { initialMs: 100, multiplier: 2, maxMs: 1000, jitter: 0.2 },
}

/** What a simulated orchestrator is to do. */
export interface Scenario {
  readonly runId: string
  readonly intents: readonly string[]
  /** Of every topic. */
  readonly partitions: number
  readonly failing: string | null
  /** How often each event is delivered again after its effect. */
  readonly redeliveries: number
  readonly environment?: Environment
  /** ISO 8601; by default 10:00 in Tbilisi on 2026-03-04. */
  readonly startsAt?: string
}

const STARTS_AT = '2026-03-04T10:00:00+04:00'

export interface SimulatedRun {
  readonly run: Run
  readonly records: EvidenceRecord[]
}

interface Event {
  readonly eventId: string
  readonly intentId: string
  readonly topic: string
}

const envelope = ({ eventId, intentId }: Event) => ({
  schemaVersion: 'v1',
  eventId,
  occurredAt: '2026-03-04T10:00:00.000+04:00',
  intentId,
  producer: 'single-operator',
  payload: {},
})

/** Follows an orchestrator of one process that does everything right, in its own time. */
function simulate(scenario: Scenario) {
  const records: EvidenceRecord[] = []
  const offsets = new Map<string, number>()
  let time = Date.parse(scenario.startsAt ?? STARTS_AT)
  let number = 0

  const record = (boundary: Boundary, event: Event, over: Partial<EvidenceRecord> = {}) => {
    time += 5
    const made: EvidenceRecord = {
      runId: scenario.runId,
      number: number + 1,
      process: 'orchestrator-1',
      seq: number,
      boundary,
      topic: event.topic,
      partition: partitionOf(event.intentId, scenario.partitions),
      offset: null,
      key: event.intentId,
      time,
      headers: {},
      attempt: 1,
      value: envelope(event),
      eventId: event.eventId,
      intentId: event.intentId,
      ...over,
    }
    records.push(made)
    number += 1
    return made
  }
  const send = (boundary: Boundary, event: Event, over: Partial<EvidenceRecord> = {}) => {
    const lane = `${event.topic}/${partitionOf(event.intentId, scenario.partitions)}`
    const offset = offsets.get(lane) ?? 0
    offsets.set(lane, offset + 1)
    return record(boundary, event, { offset, ...over })
  }
  const consume = (event: Event, offset: number | null) => {
    if (event.topic !== scenario.failing) {
      record('consume', event, { offset })
      record('effect', event, { offset })
      for (let again = 0; again < scenario.redeliveries; again += 1) record('consume', event, { offset })
      return true
    }
    for (let attempt = 1; attempt <= POLICY.maxAttempts; attempt += 1) {
      record('consume', event, { offset, attempt })
      time += POLICY.backoff.initialMs * POLICY.backoff.multiplier ** (attempt - 1)
    }
    const value = {
      eventId: event.eventId,
      intentId: event.intentId,
      reason: `controlled_failure_on_${event.topic}`,
      failedAt: new Date(time).toISOString(),
      sourceTopic: event.topic,
    }
    send('dlq', { ...event, topic: DLQ }, { value })
    return false
  }
  const eventOf = (intentId: string, topic: string): Event => ({
    eventId: `${intentId}:${topic}`,
    intentId,
    topic,
  })
  /** The chain of one intent, from a step on. */
  const carry = (intentId: string, from: string, first: Boundary) => {
    let boundary = first
    for (const topic of CHAIN.slice(CHAIN.indexOf(from))) {
      const event = eventOf(intentId, topic)
      const { offset } = send(boundary, event)
      if (!consume(event, offset)) return
      boundary = 'publish'
    }
  }
  return { records, carry }
}

const count = (records: readonly EvidenceRecord[], ...boundaries: Boundary[]) =>
  records.filter(({ boundary }) => boundaries.includes(boundary)).length

const claimsOf = (records: readonly EvidenceRecord[], failing: string | null): Claims => ({
  ok: true,
  producedRecords: count(records, 'publish'),
  receivedCount: records.filter(({ boundary, attempt }) => boundary === 'consume' && attempt === 1).length,
  dlqRecords: count(records, 'dlq'),
  intentKeyMismatches: 0,
  controlledFailureTopic: failing,
})

const runOf = (scenario: Scenario, records: readonly EvidenceRecord[]): Run => ({
  schemaVersion: '1',
  runId: scenario.runId,
  kind: 'kes-smoke',
  environment: scenario.environment ?? 'dev',
  subject: { repository: 'https://example.org/kes', commit: 'a1b2c3d4' },
  startedAt: scenario.startsAt ?? STARTS_AT,
  finishedAt: new Date(Date.parse(scenario.startsAt ?? STARTS_AT) + 3_600_000).toISOString(),
  command: 'npm run kafka:kes-smoke',
  broker: {
    kind: 'apache-kafka',
    version: '4.1.0',
    partitions: Object.fromEntries([...CHAIN, DLQ].map(topic => [topic, scenario.partitions])),
  },
  policy: POLICY,
  boundaries: ['publish', 'consume', 'effect', 'dlq', 'replay'],
  controlledFailureTopic: scenario.failing,
  replays: [],
  claims: claimsOf(records, scenario.failing),
  files: [{ name: 'records.jsonl', sha256: '0'.repeat(64), bytes: 1 }],
})

/** A run that carries every intent as far as it goes. */
export function simulatedRun(scenario: Scenario): SimulatedRun {
  const { records, carry } = simulate(scenario)
  for (const intentId of scenario.intents) carry(intentId, 'milestone.approved', 'publish')
  return { run: runOf(scenario, records), records }
}

/** The records of such a run, intent by intent, none of them kept: for runs that are too long to be whole in memory. */
export function* simulatedRecords(scenario: Scenario): Generator<readonly EvidenceRecord[]> {
  const { records, carry } = simulate(scenario)
  for (const intentId of scenario.intents) {
    carry(intentId, 'milestone.approved', 'publish')
    yield records.splice(0)
  }
}

/** A run that replays the DLQ of another, once that has ended unless it says when, and carries its intents to their end. */
export function simulatedReplay(of: SimulatedRun, scenario: Scenario): SimulatedRun {
  const after = { startsAt: of.run.finishedAt, ...scenario, failing: null }
  const { records, carry } = simulate(after)
  for (const { boundary, intentId, value } of of.records)
    if (boundary === 'dlq' && intentId !== null) carry(intentId, String(value['sourceTopic']), 'replay')
  const run: Run = {
    ...runOf(after, records),
    kind: 'single-operator-replay-dlq',
    replays: [{ runId: of.run.runId, sha256: '0'.repeat(64) }],
  }
  return { run, records }
}
