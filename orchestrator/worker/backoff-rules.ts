import type { RetryPolicy } from '#features/evidence/run-model.ts'

/**
 * How long to wait after an attempt that failed, in milliseconds (docs/evidence-format.md, "Policy").
 * @param attempt that failed, from 1
 * @param chance from 0 to 1: where in the span of the jitter
 */
export function waitAfter(attempt: number, { backoff }: RetryPolicy, chance: number): number {
  const wait = Math.min(backoff.initialMs * backoff.multiplier ** (attempt - 1), backoff.maxMs)
  return Math.ceil(wait * (1 + backoff.jitter * (2 * chance - 1)))
}
