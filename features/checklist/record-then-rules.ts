import type { Day } from '#features/checklist/calendar-model.ts'
import { fold, recordedBy } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'

/** What a ledger says as a day ended in Tbilisi. */
export interface RecordThen {
  /** Those recorded by then, in the order given. */
  readonly lines: readonly RecordedLine[]
  /** The same, by workstream. */
  readonly linesOf: ReadonlyMap<number, readonly RecordedLine[]>
  readonly states: ReadonlyMap<number, WorkstreamState>
}

/** Most readers ask for today, the others for a few days of the past. */
const MOST_DAYS = 16

const known = new WeakMap<readonly RecordedLine[], Map<Day, RecordThen>>()

function tell(written: readonly RecordedLine[], day: Day): RecordThen {
  const lines = recordedBy(written, day)
  return { lines, linesOf: Map.groupBy(lines, line => line.workstream), states: fold(lines, day) }
}

/**
 * What lines say as a day ended. It is remembered as long as the lines are, for the last days asked for: every page of a
 * checklist asks for the same, and a ledger of years takes as long to fold as a page to render.
 */
export function recordThen(written: readonly RecordedLine[], day: Day): RecordThen {
  const days = known.get(written) ?? new Map<Day, RecordThen>()
  known.set(written, days)
  const told = days.get(day) ?? tell(written, day)
  days.delete(day)
  days.set(day, told)
  const [oldest] = days.keys()
  if (days.size > MOST_DAYS && oldest !== undefined) days.delete(oldest)
  return told
}
