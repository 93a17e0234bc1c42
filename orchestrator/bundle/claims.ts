import type { RecordLine } from '#features/evidence/record-model.ts'

/** What a run says of itself, counted from its own lines (docs/evidence-format.md, "Claims"). */
export interface RunCounts {
  readonly producedRecords: number
  readonly receivedCount: number
  readonly effectCount: number
  readonly dlqRecords: number
  readonly replayedRecords: number
  readonly intentKeyMismatches: number
}

/** Counts records on their way to the bundle. */
export function createCounts() {
  const counts = {
    producedRecords: 0,
    receivedCount: 0,
    effectCount: 0,
    dlqRecords: 0,
    replayedRecords: 0,
    intentKeyMismatches: 0,
  }
  return {
    counts: (): RunCounts => ({ ...counts }),
    take({ boundary, attempt, key, value }: RecordLine): void {
      if (boundary === 'publish') counts.producedRecords += 1
      if (boundary === 'consume' && attempt === 1) counts.receivedCount += 1
      if (boundary === 'effect') counts.effectCount += 1
      if (boundary === 'dlq') counts.dlqRecords += 1
      if (boundary === 'replay') counts.replayedRecords += 1
      const isSent = boundary === 'publish' || boundary === 'replay'
      if (isSent && key !== value['intentId']) counts.intentKeyMismatches += 1
    },
  }
}
