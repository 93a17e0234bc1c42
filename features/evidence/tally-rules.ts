import type { Judgement, Witness } from '#features/evidence/finding-model.ts'
import type { Cause, Reason } from '#features/evidence/reason-model.ts'

/** Enough to see a pattern by; the records page has the rest. */
const MAX_WITNESSES = 20
/** Of what is as it should be, a few show what was looked at. */
const MAX_SAMPLES = 3

/** Of a detail, in UTF-16 units: the record has all of it. */
const MAX_DETAIL = 300

/** The record that is judged, or the run where no record can be named. */
interface Subject {
  readonly runId: string
  readonly number: number | null
}

/** Counts what a check judges, thing by thing, and keeps the first of each kind. */
export interface Tally {
  pass(subject: Subject): void
  warn(subject: Subject, reason: Reason, detail?: string | null): void
  fail(subject: Subject, reason: Reason, detail?: string | null): void
  /** For what the bundle does not tell: what can be seen may still fail, and nothing passes. */
  withhold(cause: Cause): void
  /** @param cause said where nothing was judged */
  judgement(cause?: Cause): Judgement
}

const witness = ({ runId, number }: Subject, reason: Reason | null, detail: string | null): Witness => ({
  runId,
  record: number,
  reason,
  // A cut may part a surrogate pair, which the database would refuse.
  detail: detail?.slice(0, MAX_DETAIL).toWellFormed() ?? null,
})

export function createTally(): Tally {
  const samples: Witness[] = []
  const warnings: Witness[] = []
  const failures: Witness[] = []
  let passed = 0
  let warned = 0
  let failed = 0
  let withheld: Cause | null = null
  const nothing = (cause: Cause): Judgement => ({
    finding: 'not-run',
    cause,
    judged: 0,
    failed: 0,
    warned: 0,
    witnesses: [],
  })
  return {
    pass(subject) {
      passed += 1
      if (samples.length < MAX_SAMPLES) samples.push(witness(subject, null, null))
    },
    warn(subject, reason, detail = null) {
      warned += 1
      if (warnings.length < MAX_WITNESSES) warnings.push(witness(subject, reason, detail))
    },
    fail(subject, reason, detail = null) {
      failed += 1
      if (failures.length < MAX_WITNESSES) failures.push(witness(subject, reason, detail))
    },
    withhold(cause) {
      withheld = cause
    },
    judgement(cause = 'no-such-records') {
      const judged = passed + warned + failed
      const counts = { judged, failed, warned }
      if (judged === 0) return nothing(cause)
      if (failed > 0) return { finding: 'failed', cause: null, ...counts, witnesses: failures }
      if (withheld) return nothing(withheld)
      if (warned > 0) return { finding: 'warned', cause: null, ...counts, witnesses: warnings }
      return { finding: 'passed', cause: null, ...counts, witnesses: samples }
    },
  }
}
