import type { Fold } from '#features/evidence/check-model.ts'
import { intentOf } from '#features/evidence/event-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { createTally, type Tally } from '#features/evidence/tally-rules.ts'

/** The records of one intent; those with neither intent nor key are together. */
export interface IntentRecords {
  readonly records: readonly EvidenceRecord[]
  /** DLQ records of the runs that this one replays. */
  readonly replayed: readonly EvidenceRecord[]
}

/** A fold that judges the records of one intent at a time. */
export function foldByIntent(
  judge: (intent: IntentRecords, tally: Tally) => void,
  tally = createTally(),
): Fold {
  let records: EvidenceRecord[] = []
  let replayed: EvidenceRecord[] = []
  let current: string | null = null
  const end = () => {
    if (records.length + replayed.length > 0) judge({ records, replayed }, tally)
    records = []
    replayed = []
  }
  const enter = (record: EvidenceRecord) => {
    if (intentOf(record) === current) return
    end()
    current = intentOf(record)
  }
  return {
    take(record) {
      enter(record)
      records.push(record)
    },
    takeReplayed(record) {
      enter(record)
      replayed.push(record)
    },
    finish() {
      end()
      return tally.judgement()
    },
  }
}
