import { CHAIN } from '#features/evidence/event-rules.ts'
import type { Boundary, EvidenceRecord } from '#features/evidence/record-model.ts'

/** What a step of a chain still waits for. */
type OpenEnd = 'consume' | 'outcome' | 'replay' | 'replay-outcome'

/** One event of an intent and what became of it. */
export interface ChainStep {
  readonly topic: string
  readonly eventId: string | null
  readonly at: Readonly<Record<Boundary, readonly EvidenceRecord[]>>
  /** Null where it came to its end, or where the bundle does not tell. */
  readonly open: OpenEnd | null
}

export interface Chain {
  readonly steps: readonly ChainStep[]
  /** Topics of the usual chain that come after the last step and have no record. */
  readonly unreached: readonly string[]
}

type Growing = { topic: string; eventId: string | null; at: Record<Boundary, EvidenceRecord[]> }

/** The topic of the event that a record is about: a DLQ record names it. */
function topicOf({ boundary, topic, value }: EvidenceRecord): string {
  const { sourceTopic } = value
  return boundary === 'dlq' && typeof sourceTopic === 'string' ? sourceTopic : topic
}

const isOf = (step: Growing, record: EvidenceRecord): boolean =>
  step.topic === topicOf(record) &&
  (step.eventId === null || record.eventId === null || step.eventId === record.eventId)

function openEnd({ at }: Growing, recorded: ReadonlySet<Boundary>): OpenEnd | null {
  const sent = at.publish.length + at.replay.length
  if (at.effect.length > 0) return null
  if (at.dlq.length > 0 && at.replay.length < at.dlq.length) return 'replay'
  if (at.replay.length > 0 && recorded.has('effect')) return 'replay-outcome'
  if (at.consume.length > 0) return recorded.has('effect') ? 'outcome' : null
  return sent > 0 && recorded.has('consume') ? 'consume' : null
}

const placeOf = (topic: string): number => {
  const place = CHAIN.indexOf(topic)
  return place < 0 ? CHAIN.length : place
}

/**
 * The chain of one intent: its events in the order of the usual chain, others after them as they occurred.
 * @param records of one intent, each run's in its order
 * @param boundaries those that the runs recorded; of others nothing is told, so nothing is open there
 */
export function chainOf(records: readonly EvidenceRecord[], boundaries: readonly Boundary[]): Chain {
  const growing: Growing[] = []
  for (const record of records) {
    let step = growing.find(candidate => isOf(candidate, record))
    if (!step) {
      const at = { publish: [], consume: [], effect: [], dlq: [], replay: [] }
      step = { topic: topicOf(record), eventId: record.eventId, at }
      growing.push(step)
    }
    step.eventId ??= record.eventId
    step.at[record.boundary].push(record)
  }
  const recorded = new Set(boundaries)
  const steps = growing
    .map(step => ({ ...step, open: openEnd(step, recorded) }))
    .toSorted((a, b) => placeOf(a.topic) - placeOf(b.topic))
  const places = steps.map(({ topic }) => CHAIN.indexOf(topic)).filter(place => place >= 0)
  return { steps, unreached: places.length > 0 ? CHAIN.slice(Math.max(...places) + 1) : [] }
}
