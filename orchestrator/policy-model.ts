import { z } from 'zod'
import { type RetryPolicy, runSchema } from '#features/evidence/run-model.ts'
import written from './policy.json' with { type: 'json' }

/** Bounded retries, backoff and timeouts, a policy a boundary. `run.json` repeats that of consuming. */
export interface Policies {
  /** Of handling an event that came in; what still fails goes to the DLQ. */
  readonly consume: RetryPolicy
  /** Of sending; what still fails ends the worker, and is sent after its next start. */
  readonly publish: RetryPolicy
  /**
   * How long a caller of the KES API waits for the acknowledgement. It sends again itself; what arrives after all is the
   * same event.
   */
  readonly answer: Pick<RetryPolicy, 'timeoutMs'>
}

const policy = runSchema.shape.policy.unwrap()
const policies = z.strictObject({
  consume: policy,
  publish: policy,
  answer: policy.pick({ timeoutMs: true }),
})

/** @throws {z.ZodError} naming what is wrong */
export const parsePolicies = (value: unknown): Policies => policies.parse(value)

/** The one policy file, `policy.json`. */
export const POLICIES = parsePolicies(written)
