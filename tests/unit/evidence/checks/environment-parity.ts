import { judgeParity } from '#features/evidence/checks/environment-parity.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import { POLICY } from '#tests/setup/simulated-runs.ts'
import type { CheckExamples } from './example.ts'

const PROFILE: Profile = {
  topics: ['mint.confirmed', 'mint.requested'],
  contracts: ['mint.confirmed@v1', 'mint.requested@v1'],
  keyIsIntent: true,
  policy: POLICY,
  fields: ['mint.requested: eventId', 'mint.requested: payload.amount'],
  receivedPerIntent: [5],
}

const SILENT: Profile = {
  topics: [],
  contracts: [],
  keyIsIntent: null,
  policy: null,
  fields: [],
  receivedPerIntent: [],
}

/** A run of dev beside the newest one of stage. */
const beside = (here: Partial<Profile>, there: Partial<Profile>) => () =>
  judgeParity({ runId: 'dev-1', profile: { ...PROFILE, ...here } }, [
    { runId: 'stage-1', profile: { ...PROFILE, ...there } },
  ])

const backwards = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).reverse())

export const environmentParityExamples: CheckExamples = {
  passed: [
    {
      title: 'runs that are alike, also when the database has put their keys into another order',
      judge: beside(
        { policy: { ...POLICY, backoff: { ...POLICY.backoff } } },
        JSON.parse(
          JSON.stringify(backwards({ policy: backwards({ ...POLICY, backoff: backwards(POLICY.backoff) }) })),
        ),
      ),
      decidedBy: [
        { runId: 'stage-1', record: null },
        { runId: 'stage-1', record: null },
        { runId: 'stage-1', record: null },
      ],
    },
    {
      title: 'runs of which neither recorded a policy or deliveries, in what they did record',
      judge: beside({ ...SILENT, topics: ['mint.requested'] }, { ...SILENT, topics: ['mint.requested'] }),
      decidedBy: [{ runId: 'stage-1', record: null }],
    },
  ],
  failed: [
    {
      title: 'whatever differs, with what one has and the other lacks',
      judge: beside(
        {},
        {
          topics: ['mint.requested', 'mint.settled'],
          contracts: ['mint.requested@v2'],
          keyIsIntent: false,
          policy: null,
          fields: ['mint.requested: eventId'],
          receivedPerIntent: [4, 5],
        },
      ),
      decidedBy: [
        { runId: 'stage-1', record: null, reason: 'topics-differ', detail: '+mint.confirmed, −mint.settled' },
        {
          runId: 'stage-1',
          record: null,
          reason: 'contracts-differ',
          detail: '+mint.confirmed@v1, +mint.requested@v1, −mint.requested@v2',
        },
        { runId: 'stage-1', record: null, reason: 'key-rule-differs', detail: 'true ≠ false' },
        {
          runId: 'stage-1',
          record: null,
          reason: 'policy-differs',
          detail:
            '{"backoff":{"initialMs":100,"jitter":0.2,"maxMs":1000,"multiplier":2},"maxAttempts":3,"timeoutMs":5000} ≠ null',
        },
        {
          runId: 'stage-1',
          record: null,
          reason: 'fields-differ',
          detail: '+mint.requested: payload.amount',
        },
        { runId: 'stage-1', record: null, reason: 'received-counts-differ', detail: '−4' },
      ],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a kind of run that no other environment has',
      judge: () => judgeParity({ runId: 'dev-1', profile: PROFILE }, []),
      cause: 'no-other-environment',
    },
    { title: 'runs that say nothing', judge: beside(SILENT, SILENT), cause: 'no-such-records' },
  ],
}
