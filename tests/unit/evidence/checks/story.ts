import type { Check } from '#features/evidence/check-model.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import { identityOf } from '#features/evidence/identity-rules.ts'
import { BOUNDARIES, type Boundary, type EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Run } from '#features/evidence/run-model.ts'
import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { POLICY } from '#tests/setup/simulated-runs.ts'
import { judgeWith } from '../feed.ts'

const START = Date.parse('2026-03-04T10:00:00+04:00')

const RUN: Run = {
  schemaVersion: '1',
  runId: 'run-1',
  kind: 'kes-smoke',
  environment: 'dev',
  subject: { repository: 'https://example.org/kes', commit: 'a1b2c3d4' },
  startedAt: '2026-03-04T10:00:00+04:00',
  finishedAt: '2026-03-04T10:01:00+04:00',
  command: 'npm run kafka:kes-smoke',
  broker: { kind: 'apache-kafka', version: '4.1.0', partitions: {} },
  policy: POLICY,
  boundaries: [...BOUNDARIES],
  controlledFailureTopic: null,
  replays: [],
  claims: {},
  files: [{ name: 'records.jsonl', sha256: '0'.repeat(64), bytes: 1 }],
}

interface Over extends Partial<Omit<EvidenceRecord, 'value' | 'eventId' | 'intentId'>> {
  readonly eventId?: string | null
  /** Fields to add, or, as undefined, to leave out. */
  readonly value?: Readonly<Record<string, unknown>>
}

/** One record of a story: its place there gives number, sequence and time. */
type Step = (index: number) => EvidenceRecord

const present = (value: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))

function step(
  boundary: Boundary,
  topic: string,
  fields: Readonly<Record<string, unknown>>,
  over: Over,
): Step {
  const { eventId, value: changed, ...rest } = over
  const value = present({ ...fields, ...(eventId === undefined ? {} : { eventId }), ...changed })
  return index => ({
    runId: RUN.runId,
    number: index + 1,
    process: 'process-1',
    seq: index,
    boundary,
    topic,
    partition: 0,
    offset: 0,
    key: 'intent-1',
    time: START + 10 * index,
    headers: {},
    attempt: 1,
    value,
    ...identityOf(value),
    ...rest,
  })
}

const ofEvent =
  (boundary: Boundary) =>
  (topic: string, over: Over = {}): Step =>
    step(
      boundary,
      topic,
      {
        schemaVersion: 'v1',
        eventId: `${topic}#1`,
        occurredAt: '2026-03-04T10:00:00+04:00',
        intentId: 'intent-1',
        producer: 'single-operator',
        payload: {},
      },
      over,
    )

export const publish = ofEvent('publish')
export const consume = ofEvent('consume')
export const effect = ofEvent('effect')
export const replay = ofEvent('replay')

/** The DLQ record of an event. */
export const dlq = (sourceTopic: string, over: Over = {}): Step =>
  step(
    'dlq',
    DLQ_TOPIC,
    {
      eventId: `${sourceTopic}#1`,
      intentId: 'intent-1',
      reason: `controlled_failure_on_${sourceTopic}`,
      failedAt: '2026-03-04T10:00:00+04:00',
      sourceTopic,
    },
    over,
  )

/** Of a DLQ record without event id: where it says that what failed lies. @param offset null: there was no broker */
export const unknownAt = (topic: string, offset: number | null) => ({
  eventId: null,
  value: { origin: { topic, partition: offset === null ? null : 0, offset } },
})

interface Story {
  readonly run?: Partial<Run>
  readonly records: readonly Step[]
  /** DLQ records of the run `failed-1`, which this one replays. */
  readonly replayed?: readonly Step[] | 'absent'
}

/** A check's judgement of a story. */
export const told =
  (check: Check, { run, records, replayed }: Story) =>
  (): Judgement => {
    const known = typeof replayed === 'object' ? replayed : []
    const context = {
      run: { ...RUN, ...run },
      replayed: replayed === undefined ? 'none' : replayed === 'absent' ? 'absent' : 'known',
    } as const
    return judgeWith(
      check,
      context,
      records.map((make, index) => make(index)),
      known.map((make, index) => ({ ...make(index), runId: 'failed-1' })),
    )
  }
