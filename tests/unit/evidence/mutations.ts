import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Boundary, EvidenceRecord } from '#features/evidence/record-model.ts'
import type { SimulatedRun } from '#tests/setup/simulated-runs.ts'

/** Something that goes wrong in a run, or in what it says of itself, and the checks that must see it. */
export interface Mutation {
  /** Completes "a run …". */
  readonly title: string
  /** Of which correct run: one that succeeds, one that is made to fail, or the replay of that. */
  readonly of: 'success' | 'failure' | 'replay'
  readonly mutate: (run: SimulatedRun) => SimulatedRun
  readonly fails: readonly CheckCode[]
  readonly warns?: readonly CheckCode[]
}

type Matches = (record: EvidenceRecord) => boolean

const on =
  (boundary: Boundary, topic: string): Matches =>
  record =>
    record.boundary === boundary && record.topic === topic

/** Changes the first record that matches. */
const changing =
  (matches: Matches, change: (record: EvidenceRecord) => Partial<EvidenceRecord>) =>
  ({ run, records }: SimulatedRun): SimulatedRun => {
    const target = records.find(matches)
    return {
      run,
      records: records.map(record => (record === target ? { ...record, ...change(record) } : record)),
    }
  }

const without =
  (matches: Matches) =>
  ({ run, records }: SimulatedRun): SimulatedRun => {
    const target = records.find(matches)
    return { run, records: records.filter(record => record !== target) }
  }

const twice =
  (matches: Matches, over: Partial<EvidenceRecord> = {}) =>
  ({ run, records }: SimulatedRun): SimulatedRun => {
    const target = records.find(matches)
    const added = target ? [{ ...target, seq: 1_000_000, number: records.length + 1, ...over }] : []
    return { run, records: [...records, ...added] }
  }

const field = (name: string, value: unknown) => (record: EvidenceRecord) => ({
  value: { ...record.value, [name]: value },
})

const lacking = (name: string) => (record: EvidenceRecord) => ({
  value: Object.fromEntries(Object.entries(record.value).filter(([key]) => key !== name)),
})

const claiming =
  (name: string, value: string | number | boolean | null) =>
  ({ run, records }: SimulatedRun): SimulatedRun => ({
    run: { ...run, claims: { ...run.claims, [name]: value } },
    records,
  })

const LAST = 'anchor.confirmed'
/** What else rests on a field of the envelope. */
const ALSO: Partial<Record<string, readonly CheckCode[]>> = {
  eventId: ['trace-complete'],
  intentId: ['key-is-intent', 'trace-complete', 'claims-agree'],
}

const DLQ_ALSO: typeof ALSO = { intentId: ['key-is-intent'], sourceTopic: ['dlq-controlled'] }

const FAILING = 'mint.requested'

const earlierId = (records: readonly EvidenceRecord[]) =>
  records.find(({ topic }) => topic === FAILING)?.eventId ?? null

export const MUTATIONS: readonly Mutation[] = [
  {
    title: 'that loses an event on the way',
    of: 'success',
    mutate: ({ run, records }) => ({
      run,
      records: records.filter(({ topic, boundary }) => topic !== LAST || boundary === 'publish'),
    }),
    fails: ['no-loss', 'claims-agree'],
  },
  {
    title: 'that loses an event which bears the id of another',
    of: 'success',
    mutate: ({ run, records }) => ({
      run: { ...run, claims: { ok: true } },
      records: records
        .filter(({ topic, boundary }) => topic !== LAST || boundary === 'publish')
        .map(record =>
          record.topic === LAST ? { ...record, ...field('eventId', earlierId(records))(record) } : record,
        ),
    }),
    fails: ['no-loss'],
  },
  {
    title: 'whose effect is recorded twice',
    of: 'success',
    mutate: twice(on('effect', 'mint.confirmed')),
    fails: ['effect-once'],
  },
  {
    title: 'whose effect is missing',
    of: 'success',
    mutate: without(on('effect', LAST)),
    fails: ['effect-once'],
  },
  {
    title: 'with the effect of an event that nobody consumed',
    of: 'success',
    mutate: changing(on('effect', LAST), field('eventId', 'from-nowhere')),
    fails: ['effect-once'],
  },
  {
    title: 'that publishes under another key',
    of: 'success',
    mutate: changing(on('publish', LAST), () => ({ key: null })),
    fails: ['key-is-intent', 'claims-agree'],
  },
  {
    title: 'that consumes under another key',
    of: 'success',
    mutate: changing(on('consume', LAST), () => ({ key: null })),
    fails: ['key-is-intent'],
  },
  {
    title: 'with an effect under another key',
    of: 'success',
    mutate: changing(on('effect', LAST), () => ({ key: 'another' })),
    fails: ['key-is-intent'],
  },
  {
    title: 'whose record lies on another partition than its key asks for',
    of: 'success',
    mutate: changing(on('consume', LAST), record => ({ partition: (record.partition ?? 0) + 1 })),
    fails: ['partition-stable'],
  },
  {
    title: 'whose key moves to another partition where their number is not known',
    of: 'success',
    mutate: simulated => {
      const { run, records } = changing(on('consume', LAST), record => ({
        partition: (record.partition ?? 0) + 1,
      }))(simulated)
      return { run: { ...run, broker: { kind: 'apache-kafka', version: '4.1.0', partitions: {} } }, records }
    },
    fails: ['partition-stable'],
  },
  {
    title: 'that publishes a step before its predecessor is consumed',
    of: 'success',
    mutate: changing(on('publish', 'mint.confirmed'), () => ({ seq: 0, time: 0 })),
    fails: ['order-per-intent'],
  },
  {
    title: 'that skips a step',
    of: 'success',
    mutate: ({ run, records }) => ({
      run: { ...run, claims: { ok: true } },
      records: records.filter(({ topic }) => topic !== 'mint.requested'),
    }),
    fails: ['order-per-intent'],
  },
  {
    title: 'that gives up before its last attempt',
    of: 'failure',
    mutate: ({ run, records }) => ({
      run: { ...run, policy: run.policy && { ...run.policy, maxAttempts: 5 } },
      records,
    }),
    fails: [],
    warns: ['retry-policy'],
  },
  {
    title: 'whose offsets go against the order of publishing',
    of: 'success',
    mutate: ({ run, records }) => {
      const [first] = records
      if (!first) return { run, records }
      const again = { ...first, number: records.length + 1, seq: 1_000_000, offset: 0 }
      const moved = { ...first, offset: 1 }
      return { run: { ...run, claims: { ok: true } }, records: [moved, ...records.slice(1), again] }
    },
    fails: ['order-per-intent'],
  },
  {
    title: 'that leaves a gap in the offsets',
    of: 'success',
    mutate: simulated => {
      const { run, records } = twice(on('publish', LAST), { offset: 1000 })(simulated)
      return { run: { ...run, claims: { ok: true } }, records }
    },
    fails: [],
    warns: ['no-loss'],
  },
  ...['schemaVersion', 'eventId', 'occurredAt', 'intentId', 'producer', 'payload'].map(
    (name): Mutation => ({
      title: `whose published value lacks ${name}`,
      of: 'success',
      mutate: changing(on('publish', LAST), lacking(name)),
      fails: ['envelope-complete', 'schema-valid', ...(ALSO[name] ?? [])],
    }),
  ),
  {
    title: 'whose consumed value has a producer that is null',
    of: 'success',
    mutate: changing(on('consume', LAST), field('producer', null)),
    fails: ['schema-valid'],
    warns: ['envelope-complete'],
  },
  {
    title: 'with a schemaVersion that no contract has',
    of: 'success',
    mutate: changing(on('publish', LAST), field('schemaVersion', 'v99')),
    fails: ['schema-valid'],
  },
  {
    title: 'with a topic that no contract has',
    of: 'success',
    mutate: simulated => {
      const { run, records } = twice(on('publish', LAST), { topic: 'elsewhere' })(simulated)
      return { run: { ...run, claims: { ok: true } }, records }
    },
    fails: ['schema-valid', 'no-loss'],
  },
  {
    title: 'whose payload is no object',
    of: 'success',
    mutate: changing(on('consume', LAST), field('payload', 'text')),
    fails: ['schema-valid'],
  },
  {
    title: 'whose occurredAt is no instant',
    of: 'success',
    mutate: changing(on('publish', LAST), field('occurredAt', 'yesterday')),
    fails: ['schema-valid'],
  },
  ...(['partition', 'offset'] as const).map(
    (name): Mutation => ({
      title: `whose trace of a consume lacks ${name}`,
      of: 'success',
      mutate: simulated => {
        const { run, records } = twice(on('consume', LAST))(simulated)
        const last = records.length - 1
        return {
          run: { ...run, claims: { ok: true } },
          records: records.map((record, index) => (index === last ? { ...record, [name]: null } : record)),
        }
      },
      fails: ['trace-complete'],
    }),
  ),
  ...['eventId', 'intentId', 'reason', 'failedAt', 'sourceTopic'].map(
    (name): Mutation => ({
      title: `whose DLQ record lacks ${name}`,
      of: 'failure',
      mutate: changing(({ boundary }) => boundary === 'dlq', lacking(name)),
      fails: ['schema-valid', 'dlq-complete', ...(DLQ_ALSO[name] ?? [])],
    }),
  ),
  {
    title: 'whose DLQ record has an eventId that is null, as the recorded dev run had',
    of: 'failure',
    mutate: changing(
      ({ boundary }) => boundary === 'dlq',
      record => ({ ...field('eventId', null)(record), eventId: null }),
    ),
    fails: [],
    warns: ['dlq-complete'],
  },
  {
    title: 'whose failing event had an effect all the same',
    of: 'failure',
    mutate: ({ run, records }) => {
      const consumed = records.find(on('consume', FAILING))
      const effect = consumed && { ...consumed, boundary: 'effect' as const, number: records.length + 1 }
      return { run, records: effect ? [...records, effect] : records }
    },
    fails: ['dlq-controlled'],
  },
  {
    title: 'whose failing event is not in the DLQ',
    of: 'failure',
    mutate: without(({ boundary }) => boundary === 'dlq'),
    fails: ['effect-once', 'dlq-controlled', 'claims-agree'],
  },
  {
    title: 'with an event in the DLQ that was not made to fail',
    of: 'failure',
    mutate: simulated => {
      const { run, records } = twice(({ boundary }) => boundary === 'dlq')(simulated)
      const last = records.length - 1
      return {
        run: { ...run, claims: { ok: true } },
        records: records.map((record, index) =>
          index === last
            ? { ...record, ...field('sourceTopic', 'milestone.approved')(record), offset: 1_000_000 }
            : record,
        ),
      }
    },
    fails: ['dlq-controlled'],
    warns: ['no-loss'],
  },
  {
    title: 'whose failing event had an effect before it was replayed in the same run',
    of: 'failure',
    mutate: ({ run, records }) => {
      const consumed = records.find(on('consume', FAILING))
      if (!consumed) return { run, records }
      const later = (boundary: Boundary, seq: number): EvidenceRecord => ({
        ...consumed,
        boundary,
        seq,
        number: records.length + seq,
        offset: (consumed.offset ?? 0) + (boundary === 'replay' ? 1000 : 0),
      })
      return { run, records: [...records, later('effect', 1_000_000), later('replay', 1_000_001)] }
    },
    fails: ['dlq-controlled'],
    warns: ['no-loss'],
  },
  {
    title: 'that was not made to fail, with a DLQ record of no topic',
    of: 'failure',
    mutate: simulated => {
      const { run, records } = changing(
        ({ boundary }) => boundary === 'dlq',
        field('sourceTopic', null),
      )(simulated)
      return { run: { ...run, controlledFailureTopic: null, claims: { ok: true } }, records }
    },
    fails: ['schema-valid', 'dlq-controlled'],
    warns: ['dlq-complete'],
  },
  {
    title: 'that says no topic was made to fail',
    of: 'failure',
    mutate: ({ run, records }) => ({
      run: { ...run, controlledFailureTopic: null, claims: { ok: true } },
      records,
    }),
    fails: ['dlq-controlled'],
  },
  {
    title: 'that tries more often than its policy allows',
    of: 'failure',
    mutate: ({ run, records }) => ({
      run: { ...run, policy: run.policy && { ...run.policy, maxAttempts: 2 } },
      records,
    }),
    fails: ['retry-policy'],
  },
  {
    title: 'that leaves out an attempt',
    of: 'failure',
    mutate: without(record => record.boundary === 'consume' && record.attempt === 2),
    fails: ['retry-policy'],
  },
  {
    title: 'that tries again too soon',
    of: 'failure',
    mutate: ({ run, records }) => ({
      run: {
        ...run,
        policy: run.policy && { ...run.policy, backoff: { ...run.policy.backoff, initialMs: 500 } },
      },
      records,
    }),
    fails: ['retry-policy'],
  },
  {
    title: 'that tries again too late',
    of: 'failure',
    mutate: changing(
      record => record.boundary === 'consume' && record.attempt === 3,
      ({ time }) => ({ time: time + 60_000 }),
    ),
    fails: ['retry-policy'],
  },
  {
    title: 'that replays under another key',
    of: 'replay',
    mutate: changing(on('replay', FAILING), () => ({ key: null })),
    fails: ['key-is-intent', 'replay-key-kept', 'claims-agree'],
  },
  {
    title: 'that replays to another topic',
    of: 'replay',
    mutate: changing(on('replay', FAILING), () => ({ topic: 'kes.orchestrator.events' })),
    fails: ['no-loss', 'replay-closed', 'replay-key-kept'],
  },
  {
    title: 'that never replays a DLQ record',
    of: 'replay',
    mutate: ({ run, records }) => {
      const intent = records[0]?.intentId
      return {
        run: { ...run, claims: { ok: true } },
        records: records.filter(({ intentId }) => intentId !== intent),
      }
    },
    fails: ['replay-closed'],
  },
  {
    title: 'whose replay has no end',
    of: 'replay',
    mutate: without(on('effect', FAILING)),
    fails: ['effect-once', 'replay-closed'],
  },
  {
    title: 'whose effect came before its replay',
    of: 'replay',
    mutate: changing(on('effect', FAILING), () => ({ process: 'another', time: 0 })),
    fails: ['replay-closed'],
  },
  {
    title: 'that replays what was not in the DLQ',
    of: 'replay',
    mutate: changing(on('replay', FAILING), field('eventId', 'from-nowhere')),
    fails: ['no-loss', 'replay-closed', 'replay-key-kept'],
  },
  {
    title: 'that claims more records than it has',
    of: 'success',
    mutate: claiming('producedRecords', 1000),
    fails: ['claims-agree'],
  },
  {
    title: 'that claims to have received all twice',
    of: 'success',
    mutate: claiming('receivedCount', 1000),
    fails: ['claims-agree'],
  },
  {
    title: 'that claims key mismatches it does not have',
    of: 'success',
    mutate: claiming('intentKeyMismatches', 1),
    fails: ['claims-agree'],
  },
  {
    title: 'that claims another failing topic',
    of: 'failure',
    mutate: claiming('controlledFailureTopic', LAST),
    fails: ['claims-agree'],
  },
  {
    title: 'that claims to have replayed what it did not',
    of: 'replay',
    mutate: claiming('replayedRecords', 1000),
    fails: ['claims-agree'],
  },
  {
    title: 'that claims an empty DLQ',
    of: 'failure',
    mutate: claiming('dlqRecords', 0),
    fails: ['claims-agree'],
  },
]
