import type { Check } from '#features/evidence/check-model.ts'
import { foldByIntent } from '#features/evidence/each-intent-rules.ts'
import { at, precedes, standsFor } from '#features/evidence/event-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { RetryPolicy } from '#features/evidence/run-model.ts'
import { isRecorded, silent } from '#features/evidence/silent-rules.ts'
import type { Tally } from '#features/evidence/tally-rules.ts'

/** What a busy machine may add to a wait, in milliseconds. */
const SLACK = 1000
/** Instants are recorded in whole milliseconds, both rounded. */
const ROUNDING = 1

/** How long after attempt `attempt` began the next may begin, in milliseconds. */
function waitAfter(attempt: number, { timeoutMs, backoff }: RetryPolicy): { least: number; most: number } {
  const wait = Math.min(backoff.initialMs * backoff.multiplier ** (attempt - 1), backoff.maxMs)
  return {
    least: wait * (1 - backoff.jitter) - ROUNDING,
    most: timeoutMs + wait * (1 + backoff.jitter) + SLACK,
  }
}

function judgeAttempt(
  record: EvidenceRecord,
  before: EvidenceRecord | undefined,
  policy: RetryPolicy,
  tally: Tally,
): void {
  const { attempt, time } = record
  if (attempt > policy.maxAttempts) {
    tally.fail(record, 'attempts-exceeded', `${attempt} > ${policy.maxAttempts}`)
    return
  }
  // An event that is delivered again, as after a crash, begins anew.
  if (attempt === 1) {
    tally.pass(record)
    return
  }
  if (before?.attempt !== attempt - 1) {
    tally.fail(record, 'attempt-skipped', `${before?.attempt ?? 0} → ${attempt}`)
    return
  }
  const { least, most } = waitAfter(before.attempt, policy)
  const waited = time - before.time
  if (waited < least) tally.fail(record, 'retried-too-soon', `${waited} ms < ${Math.ceil(least)} ms`)
  else if (waited > most) tally.fail(record, 'retried-too-late', `${waited} ms > ${Math.floor(most)} ms`)
  else tally.pass(record)
}

/** Warns of a DLQ record whose event was not tried as often as the policy allows: no policy makes it give up sooner. */
function judgeGivenUp(
  record: EvidenceRecord,
  consumed: readonly EvidenceRecord[],
  { maxAttempts }: RetryPolicy,
  tally: Tally,
): void {
  const attempts = consumed.filter(event => standsFor(record, event) && precedes(event, record))
  const most = Math.max(0, ...attempts.map(({ attempt }) => attempt))
  if (most > 0 && most < maxAttempts) tally.warn(record, 'given-up-early', `${most} < ${maxAttempts}`)
}

/** Attempts count within a process: another one that is given the event begins anew. */
const handlingOf = ({ process, topic, eventId, partition, offset }: EvidenceRecord): string =>
  `${process}\n${topic}\n${eventId ?? `${partition}/${offset}`}`

/**
 * The attempts at an event that was retried or given up, and the waits between them, lie within the policy that the run
 * recorded. One that was given up before its last attempt warns.
 */
export const retryPolicy: Check<'retry-policy'> = {
  code: 'retry-policy',
  start({ run }) {
    const { policy } = run
    if (!isRecorded(run, 'consume')) return silent('boundary-not-recorded')
    if (!policy) return silent('no-policy')
    return foldByIntent(({ records }, tally) => {
      const dlq = records.filter(at('dlq'))
      const consumed = records.filter(at('consume')).toSorted((a, b) => a.seq - b.seq)
      for (const attempts of Map.groupBy(consumed, handlingOf).values()) {
        // What succeeds at once says nothing of the policy.
        if (!attempts.some(record => record.attempt > 1 || dlq.some(other => standsFor(other, record))))
          continue
        for (const [index, record] of attempts.entries())
          judgeAttempt(record, attempts[index - 1], policy, tally)
      }
      for (const record of dlq) judgeGivenUp(record, consumed, policy, tally)
    })
  },
}
