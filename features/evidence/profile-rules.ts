import { intentOf, isSent } from '#features/evidence/event-rules.ts'
import { MAX_TOPICS } from '#features/evidence/limits-model.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { RetryPolicy, Run } from '#features/evidence/run-model.ts'
import { contractName } from '#orchestrator/contracts/index.ts'

/** What of a run must be alike in every environment. Lists are sorted. */
export interface Profile {
  readonly topics: readonly string[]
  /** Topic and schemaVersion, `mint.requested@v1`. */
  readonly contracts: readonly string[]
  /** Whether every key is its intentId; null where there is none. */
  readonly keyIsIntent: boolean | null
  readonly policy: RetryPolicy | null
  /** The fields of the events, `mint.requested: payload.amount`. */
  readonly fields: readonly string[]
  /** How many deliveries an intent had: each number that occurs. */
  readonly receivedPerIntent: readonly number[]
}

/** Bounds what a hostile bundle can make a profile keep. */
const MAX_KEPT = MAX_TOPICS * 64
/** In UTF-16 units. */
const MAX_NAME = 300

function createSet() {
  const kept = new Set<string>()
  return {
    add(text: string): void {
      // A cut may part a surrogate pair, which the database would refuse.
      if (kept.size < MAX_KEPT) kept.add(text.slice(0, MAX_NAME).toWellFormed())
    },
    sorted: (): string[] => [...kept].sort(),
  }
}

const fieldsOf = ({ topic, value }: EvidenceRecord): string[] => {
  const { payload } = value
  const inner = typeof payload === 'object' && payload !== null ? Object.keys(payload) : []
  return [...Object.keys(value), ...inner.map(name => `payload.${name}`)].map(name => `${topic}: ${name}`)
}

/** Follows a run's records, which come intent by intent. */
export function createProfile({ policy }: Run) {
  const topics = createSet()
  const contracts = createSet()
  const fields = createSet()
  const received = new Set<number>()
  let keyIsIntent: boolean | null = null
  let current: string | null = null
  let deliveries = 0
  const endIntent = () => {
    if (deliveries > 0) received.add(deliveries)
    deliveries = 0
  }
  return {
    take(record: EvidenceRecord): void {
      if (intentOf(record) !== current) endIntent()
      current = intentOf(record)
      if (record.boundary === 'consume' && record.attempt === 1) deliveries += 1
      if (!isSent(record) && record.boundary !== 'consume') return
      topics.add(record.topic)
      contracts.add(contractName(record.topic, record.value))
      keyIsIntent = keyIsIntent !== false && record.key !== null && record.key === record.intentId
      for (const field of fieldsOf(record)) fields.add(field)
    },
    profile(): Profile {
      endIntent()
      return {
        topics: topics.sorted(),
        contracts: contracts.sorted(),
        keyIsIntent,
        policy,
        fields: fields.sorted(),
        receivedPerIntent: [...received].sort((a, b) => a - b).slice(0, MAX_KEPT),
      }
    },
  }
}
