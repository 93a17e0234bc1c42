import type { Event } from '#orchestrator/event-model.ts'

/** What handling an event needs to know beside it. */
interface Attempt {
  /** The topic that it came on. */
  readonly topic: string
  /** From 1. */
  readonly attempt: number
  /** Aborted when the attempt has taken as long as the policy allows; what comes thereafter is not looked at. */
  readonly signal: AbortSignal
}

/**
 * Handles an event: its effect, in the words of the payload of the event that follows it; null where the intent ends.
 * Throws where it fails; the message is the reason that the DLQ record gives. May be called more than once for one
 * event, after a crash or a timeout: an effect outside of the store must be idempotent by `eventId` (decision 0024).
 */
export type HandleStep = (event: Event, attempt: Attempt) => StepResult | Promise<StepResult>

export type StepResult = Readonly<Record<string, unknown>> | null
