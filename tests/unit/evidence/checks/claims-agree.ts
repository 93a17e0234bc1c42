import { claimsAgree } from '#features/evidence/checks/claims-agree.ts'
import type { CheckExamples } from './example.ts'
import { consume, dlq, effect, publish, replay, told } from './story.ts'

const records = [
  publish('mint.requested', { key: 'case-7' }),
  consume('mint.requested'),
  consume('mint.requested', { attempt: 2 }),
  effect('mint.requested'),
  dlq('mint.confirmed'),
  replay('mint.confirmed'),
]

export const claimsAgreeExamples: CheckExamples = {
  passed: [
    {
      title: 'every claim that the records bear out; attempts are no deliveries',
      judge: told(claimsAgree, {
        run: {
          claims: {
            ok: true,
            producedRecords: 1,
            receivedCount: 1,
            effectCount: 1,
            dlqRecords: 1,
            replayedRecords: 1,
            intentKeyMismatches: 1,
          },
        },
        records,
      }),
      decidedBy: [{ record: null }, { record: null }, { record: null }],
    },
  ],
  failed: [
    {
      title: 'that no key differs from its intent, where both are missing',
      judge: told(claimsAgree, {
        run: { claims: { intentKeyMismatches: 0 } },
        records: [publish('mint.requested', { key: null, value: { intentId: null } })],
      }),
      decidedBy: [{ record: null, reason: 'claim-differs', detail: 'intentKeyMismatches: 0 ≠ 1' }],
    },
    {
      title: 'claims that the records do not bear out',
      judge: told(claimsAgree, {
        run: { claims: { ok: true, dlqRecords: 0, receivedCount: '1', intentKeyMismatches: null } },
        records,
      }),
      decidedBy: [
        { record: null, reason: 'claim-differs', detail: 'dlqRecords: 0 ≠ 1' },
        { record: null, reason: 'claim-differs', detail: 'receivedCount: 1 ≠ 1' },
        { record: null, reason: 'claim-differs', detail: 'intentKeyMismatches: null ≠ 1' },
      ],
    },
    {
      title: 'a failing topic of which run.json says another thing elsewhere',
      judge: told(claimsAgree, {
        run: { claims: { controlledFailureTopic: 'mint.requested' } },
        records,
      }),
      decidedBy: [
        { record: null, reason: 'claim-differs', detail: 'controlledFailureTopic: mint.requested ≠ null' },
      ],
    },
  ],
  warned: 'never',
  notRun: [
    {
      title: 'a run that claims nothing',
      judge: told(claimsAgree, { records }),
      cause: 'no-claims',
    },
    {
      title: 'claims that nothing can bear out: a word of praise, and run.json said twice',
      judge: told(claimsAgree, {
        run: {
          controlledFailureTopic: 'mint.requested',
          claims: { ok: true, constructor: 1, controlledFailureTopic: 'mint.requested' },
        },
        records,
      }),
      cause: 'no-claims',
    },
    {
      title:
        'an empty text for the topic that was made to fail, as the original scripts write where there was none',
      judge: told(claimsAgree, { run: { claims: { controlledFailureTopic: '' } }, records }),
      cause: 'no-claims',
    },
    {
      title: 'claims of boundaries that were not recorded',
      judge: told(claimsAgree, {
        run: { boundaries: ['consume'], claims: { producedRecords: 0, intentKeyMismatches: 0 } },
        records: [consume('mint.requested')],
      }),
      cause: 'no-claims',
    },
  ],
}
