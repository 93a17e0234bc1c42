import { setTimeout as sleep } from 'node:timers/promises'
import { maskText } from '#orchestrator/bundle/mask-rules.ts'
import type { Event } from '#orchestrator/event-model.ts'
import type { Stamp } from '#orchestrator/store/sighting-rules.ts'
import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'
import { attemptStep } from '#orchestrator/worker/attempt.ts'
import { waitAfter } from '#orchestrator/worker/backoff-rules.ts'
import type { Outcome } from '#orchestrator/worker/outcome-model.ts'
import type { Received } from '#orchestrator/worker/received-rules.ts'
import { traceOf } from '#orchestrator/worker/trace-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

/** What a step said, for the log and the DLQ. */
const messageOf = (error: unknown): string =>
  maskText(error instanceof Error && error.message !== '' ? error.message : String(error))

const effectOf = (
  received: Received,
  attempts: readonly Stamp[],
  followUp: KafkaRecordInput | null,
): Outcome => ({
  received,
  attempts,
  end: { kind: 'effect', followUp },
})

/** What comes of an event after an attempt at it failed: it is given up, or tried again a while later. */
async function afterFailure(
  received: Received,
  event: Event,
  parts: WorkerParts,
  attempts: readonly Stamp[],
  error: unknown,
): Promise<Outcome> {
  const { policies, log, chance } = parts
  const attempt = attempts.length
  const reason = messageOf(error)
  log.warn({ ...traceOf(received.delivery, event), attempt, reason }, 'attempt failed')
  if (attempt >= policies.consume.maxAttempts)
    return { received, attempts, end: { kind: 'given-up', reason } }
  await sleep(waitAfter(attempt, policies.consume, chance()))
  return attemptAll(received, event, parts, attempts)
}

/** Attempts at an event until one succeeds or the policy allows no more; a promise only where that takes time. */
function attemptAll(
  received: Received,
  event: Event,
  parts: WorkerParts,
  before: readonly Stamp[] = [],
): Outcome | Promise<Outcome> {
  const { recorder, policies, step, log } = parts
  const { delivery } = received
  const attempts = [...before, recorder.stamp()]
  const attempt = attempts.length
  log.info({ ...traceOf(delivery, event), attempt }, 'consume')
  try {
    const made = attemptStep(step, event, {
      topic: delivery.topic,
      attempt,
      timeoutMs: policies.consume.timeoutMs,
    })
    if (!(made instanceof Promise)) return effectOf(received, attempts, made)
    return made.then(
      followUp => effectOf(received, attempts, followUp),
      (error: unknown) => afterFailure(received, event, parts, attempts, error),
    )
  } catch (error) {
    return afterFailure(received, event, parts, attempts, error)
  }
}

/** What comes of one delivery: a breach is given up at once, and what has ended is not handled again. */
function outcomeOf(
  received: Received,
  parts: WorkerParts,
  endedIn: string | null,
): Outcome | Promise<Outcome> {
  const { event, breach } = received.admission
  if (endedIn === null && !breach) return attemptAll(received, event, parts)
  parts.log.info({ ...traceOf(received.delivery, event), attempt: 1 }, 'consume')
  const attempts = [parts.recorder.stamp()]
  if (endedIn !== null) return { received, attempts, end: { kind: 'duplicate', runId: endedIn } }
  const reason = `${breach?.reason}: ${breach?.detail}`
  parts.log.warn({ ...traceOf(received.delivery, event), reason }, 'no event')
  return { received, attempts, end: { kind: 'given-up', reason } }
}

/**
 * Handles the deliveries of one intent in their order, each to its end before the next begins.
 * @param ended in which run each has ended that has, by cause; takes those that end here
 * @param onOutcome is told of each end
 * @param from the place of the first that is to be handled
 * @returns a promise only where some of them take time
 */
export function runLane(
  lane: readonly Received[],
  ended: Map<string, string>,
  parts: WorkerParts,
  onOutcome: (outcome: Outcome) => void,
  from = 0,
): void | Promise<void> {
  for (let place = from; place < lane.length; place += 1) {
    const received = lane[place]
    if (!received) return
    const { cause } = received
    const endedIn = ended.get(cause) ?? null
    const end = (outcome: Outcome): void => {
      onOutcome(outcome)
      ended.set(cause, endedIn ?? parts.recorder.runId)
    }
    const made = outcomeOf(received, parts, endedIn)
    if (made instanceof Promise)
      return made.then(outcome => {
        end(outcome)
        return runLane(lane, ended, parts, onOutcome, place + 1)
      })
    end(made)
  }
}
