import type { Check, RunContext } from '#features/evidence/check-model.ts'
import { intentOf } from '#features/evidence/event-rules.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'

interface Fed {
  readonly record: EvidenceRecord
  readonly isReplayed: boolean
}

const byIntent = (a: Fed, b: Fed): number => {
  const [left, right] = [intentOf(a.record), intentOf(b.record)]
  if (left !== right) return left === null ? 1 : right === null ? -1 : left < right ? -1 : 1
  return Number(b.isReplayed) - Number(a.isReplayed) || a.record.number - b.record.number
}

/** Records of a run and DLQ records of those that it replays, in the order in which the database feeds the checks. */
export const inFeedOrder = (
  records: readonly EvidenceRecord[],
  replayed: readonly EvidenceRecord[],
): readonly Fed[] =>
  [
    ...records.map(record => ({ record, isReplayed: false })),
    ...replayed.map(record => ({ record, isReplayed: true })),
  ].sort(byIntent)

/** What one check finds in a run. */
export function judgeWith(
  check: Check,
  context: RunContext,
  records: readonly EvidenceRecord[],
  replayed: readonly EvidenceRecord[] = [],
): Judgement {
  const fold = check.start(context)
  for (const { record, isReplayed } of inFeedOrder(records, replayed))
    if (isReplayed) fold.takeReplayed?.(record)
    else fold.take(record)
  return fold.finish()
}
