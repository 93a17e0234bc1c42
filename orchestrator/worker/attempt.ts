import { followUpId } from '#orchestrator/event-id-rules.ts'
import { type Event, nextTopic } from '#orchestrator/event-model.ts'
import { instantOf } from '#orchestrator/instant-rules.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { HandleStep, StepResult } from '#orchestrator/step-model.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

const PRODUCER = 'kes-orchestrator'

/** The record that follows an event; null where the intent ends. */
function followUpOf(event: Event, topic: string, payload: StepResult): KafkaRecordInput | null {
  const next = nextTopic(topic)
  if (next === null || payload === null) return null
  return buildKafkaRecordInput(next, {
    schemaVersion: 'v1',
    eventId: followUpId(event.eventId, next),
    occurredAt: instantOf(Date.now()),
    intentId: event.intentId,
    producer: PRODUCER,
    payload,
  })
}

async function inTime(result: Promise<StepResult>, controller: AbortController, timeoutMs: number) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`timeout_after_${timeoutMs}_ms`)
      controller.abort(error)
      reject(error)
    }, timeoutMs)
  })
  try {
    return await Promise.race([result, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Tries once to handle an event.
 * @returns the record that follows; a promise only where the step needs time
 * @throws whatever the step throws, a timeout, or a breach where what follows would be no event
 */
export function attemptStep(
  step: HandleStep,
  event: Event,
  { topic, attempt, timeoutMs }: { topic: string; attempt: number; timeoutMs: number },
): KafkaRecordInput | null | Promise<KafkaRecordInput | null> {
  const inHand = new InHand(topic, attempt)
  const result = step(event, inHand)
  if (!(result instanceof Promise)) return followUpOf(event, topic, result)
  return inTime(result, inHand.controller, timeoutMs).then(payload => followUpOf(event, topic, payload))
}

/** What a step is told. Most need no signal, and making one takes longer than such a step. */
class InHand {
  readonly topic: string
  readonly attempt: number
  #controller: AbortController | undefined

  constructor(topic: string, attempt: number) {
    this.topic = topic
    this.attempt = attempt
  }

  get controller(): AbortController {
    this.#controller ??= new AbortController()
    return this.#controller
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }
}
