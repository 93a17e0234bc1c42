import { hash } from 'node:crypto'
import { followUpId } from '#orchestrator/event-id-rules.ts'
import { CHAIN, KES_TOPIC } from '#orchestrator/event-model.ts'
import type { HandleStep, StepResult } from '#orchestrator/step-model.ts'

type Payload = Readonly<Record<string, unknown>>

/** Of the payload those of the fields that it has. */
const taken = (payload: Payload, ...fields: readonly string[]): Payload =>
  Object.fromEntries(fields.flatMap(field => (field in payload ? [[field, payload[field]]] : [])))

const contentHash = (payload: Payload): string => hash('sha256', JSON.stringify(payload))

/**
 * What each step does, by topic: ids are derived from the event's, so that a step that is done again says the same.
 * Nothing outside is minted or anchored here; docs/orchestrator.md says what a real one needs.
 */
const STEPS: Readonly<Record<(typeof CHAIN)[number] | typeof KES_TOPIC, HandleStep>> = {
  [KES_TOPIC]: ({ eventId, payload }) => ({
    ...taken(payload, 'caseId'),
    milestoneId: followUpId(eventId, 'milestone'),
  }),
  'milestone.approved': ({ payload }) => ({
    ...taken(payload, 'milestoneId'),
    amount: '1',
    unit: 'milestone',
  }),
  'mint.requested': ({ eventId, payload }) => ({
    ...taken(payload, 'milestoneId'),
    mintId: followUpId(eventId, 'mint'),
  }),
  'mint.confirmed': ({ payload }) => ({ ...taken(payload, 'mintId'), contentHash: contentHash(payload) }),
  'anchor.requested': ({ eventId, payload }) => ({
    ...taken(payload, 'contentHash'),
    anchorId: followUpId(eventId, 'anchor'),
  }),
  'anchor.confirmed': () => null,
}

const isStep = (topic: string): topic is keyof typeof STEPS => Object.hasOwn(STEPS, topic)

/** The topics that the orchestrator handles. */
export const HANDLED_TOPICS: readonly string[] = [KES_TOPIC, ...CHAIN]

/**
 * The orchestrator's own steps.
 * @param failingTopic where every attempt fails, on purpose; null: nowhere
 */
export const stepsThatFailOn =
  (failingTopic: string | null): HandleStep =>
  (event, attempt): StepResult | Promise<StepResult> => {
    const { topic } = attempt
    if (topic === failingTopic) throw new Error(`controlled_failure_on_${topic}`)
    if (!isStep(topic)) throw new Error(`no_step_for_${topic}`)
    return STEPS[topic](event, attempt)
  }
