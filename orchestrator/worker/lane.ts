import { setTimeout as sleep } from 'node:timers/promises'
import { maskText } from '#orchestrator/bundle/mask-rules.ts'
import type { Event } from '#orchestrator/event-model.ts'
import type { Stamp } from '#orchestrator/store/recorder.ts'
import { attemptStep } from '#orchestrator/worker/attempt.ts'
import { waitAfter } from '#orchestrator/worker/backoff-rules.ts'
import type { Outcome } from '#orchestrator/worker/outcome-model.ts'
import { causeOf, type Received } from '#orchestrator/worker/received-rules.ts'
import { traceOf } from '#orchestrator/worker/trace-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

/** What a step said, for the log and the DLQ. */
const messageOf = (error: unknown): string =>
  maskText(error instanceof Error && error.message !== '' ? error.message : String(error))

/** Attempts at an event until one succeeds or the policy allows no more. */
async function attemptAll(received: Received, event: Event, parts: WorkerParts): Promise<Outcome> {
  const { recorder, policies, step, log, chance } = parts
  const { topic } = received.delivery
  const policy = policies.consume
  const attempts: Stamp[] = []
  for (let attempt = 1; ; attempt += 1) {
    attempts.push(recorder.stamp())
    log.info({ ...traceOf(received.delivery, event), attempt }, 'consume')
    try {
      const made = attemptStep(step, event, { topic, attempt, timeoutMs: policy.timeoutMs })
      const followUp = made instanceof Promise ? await made : made
      return { received, attempts, end: { kind: 'effect', followUp } }
    } catch (error) {
      const reason = messageOf(error)
      log.warn({ ...traceOf(received.delivery, event), attempt, reason }, 'attempt failed')
      if (attempt >= policy.maxAttempts) return { received, attempts, end: { kind: 'given-up', reason } }
      await sleep(waitAfter(attempt, policy, chance()))
    }
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
 */
export async function runLane(
  lane: readonly Received[],
  ended: Map<string, string>,
  parts: WorkerParts,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  for (const received of lane) {
    const cause = causeOf(received)
    const endedIn = ended.get(cause) ?? null
    const made = outcomeOf(received, parts, endedIn)
    onOutcome(made instanceof Promise ? await made : made)
    ended.set(cause, endedIn ?? parts.recorder.runId)
  }
}
