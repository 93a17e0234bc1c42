import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { contractBreaks, successions } from '#orchestrator/contracts/evolution-rules.ts'
import { CONTRACTS, SHARED_SCHEMAS } from '#orchestrator/contracts/index.ts'

/** FACTS of the subject: the topics whose contract the first workstream freezes, and the one of KES. */
const TOPICS = [
  'milestone.approved',
  'mint.requested',
  'mint.confirmed',
  'anchor.requested',
  'anchor.confirmed',
  'orchestration.dlq',
  'kes.orchestrator.events',
]

const ajv = () => new Ajv2020({ strict: true, validateFormats: false, schemas: [...SHARED_SCHEMAS] })

const versionOf = (name: string): string => name.slice(name.lastIndexOf('@') + 1)

/** Of an event, as its contract wants it. */
const event = (schemaVersion: string) => ({
  schemaVersion,
  eventId: 'event-1',
  occurredAt: '2026-03-04T10:00:00+04:00',
  intentId: 'intent-1',
  producer: 'single-operator',
  payload: {},
})

const dlq = (schemaVersion: string) => ({
  schemaVersion,
  eventId: null,
  intentId: 'intent-1',
  reason: 'controlled_failure_on_mint.requested',
  failedAt: '2026-03-04T10:00:00+04:00',
  sourceTopic: 'mint.requested',
})

describe('the contracts', () => {
  test('are those of every topic, from v1 on without a gap', () => {
    for (const topic of TOPICS) {
      const versions = [...CONTRACTS.keys()].filter(name => name.startsWith(`${topic}@`)).map(versionOf)
      expect(versions.toSorted()).toEqual(versions.map((_, index) => `v${index + 1}`).toSorted())
      expect(versions).not.toEqual([])
    }
    const topics = [...CONTRACTS.keys()].map(name => name.slice(0, name.lastIndexOf('@')))
    expect(new Set(topics)).toEqual(new Set(TOPICS))
  })

  test.for([...CONTRACTS])(
    '%s compiles in strict mode and accepts its own version alone',
    ([name, schema]) => {
      const validate = ajv().compile(schema)
      const make = name.startsWith('orchestration.dlq') ? dlq : event
      expect(validate(make(versionOf(name)))).toBe(true)
      expect(validate(make('v0'))).toBe(false)
    },
  )

  test.for(successions(CONTRACTS))('$name only adds to the version before it', ({ older, newer }) => {
    expect(contractBreaks(older, newer, SHARED_SCHEMAS)).toEqual([])
  })

  test.for([...CONTRACTS])(
    '%s could be followed by itself with one field more, not with one less',
    ([, schema]) => {
      const more = { allOf: [schema], properties: { traceId: { type: 'string' } } }
      expect(contractBreaks(schema, more, SHARED_SCHEMAS)).toEqual([])
      const [shared] = SHARED_SCHEMAS
      expect(
        contractBreaks(schema, { type: 'object', properties: shared.properties }, SHARED_SCHEMAS),
      ).not.toEqual([])
    },
  )
})
