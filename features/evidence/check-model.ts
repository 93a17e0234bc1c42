import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Run } from '#features/evidence/run-model.ts'

/** A run and what its checks may know beside its records. */
export interface RunContext {
  readonly run: Run
  /** Whether the runs that this one replays are known; `none`: it replays none. */
  readonly replayed: 'none' | 'absent' | 'known'
}

/**
 * A fold over the records of a run. They come intent by intent (`intentOf`; those without one last), and in the run's order within
 * one; the DLQ records of the runs that it replays come among those of their intent.
 */
export interface Fold {
  take(record: EvidenceRecord): void
  /** A DLQ record of a run that this one replays. */
  takeReplayed?(record: EvidenceRecord): void
  finish(): Judgement
}

/** A check of one run: the same records always give the same finding. */
export interface Check<Code extends CheckCode = CheckCode> {
  readonly code: Code
  readonly start: (context: RunContext) => Fold
}
