import { startOfDay } from '#features/checklist/calendar-rules.ts'
import { isHolding, recordedOn, recordedTime, withHeldBefore } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { Step, StepKind } from '#features/checklist/step-model.ts'

const LATE_MS = 24 * 60 * 60 * 1000

const ENTERING: Record<Exclude<Status, 'IN_PROGRESS'>, StepKind> = {
  TODO: 'noted',
  BLOCKED: 'blocked',
  DONE: 'done',
}

const LEAVING: Record<Exclude<Status, 'IN_PROGRESS'>, StepKind> = {
  TODO: 'started',
  BLOCKED: 'unblocked',
  DONE: 'reopened',
}

function statusStep(from: Status, to: Status): readonly StepKind[] {
  if (from === to) return []
  if (to !== 'IN_PROGRESS') return [ENTERING[to]]
  return from === 'IN_PROGRESS' ? [] : [LEAVING[from]]
}

function dateStep(from: string, to: string): readonly StepKind[] {
  if (from === to) return []
  return [from < to ? 'slipped' : 'brought-forward']
}

function kindsOf(line: RecordedLine, previous: RecordedLine | null): readonly StepKind[] {
  if (line.kind !== 'change') return [line.kind === 'confirm' ? 'confirmed' : 'baseline']
  if (!previous) return ['noted']
  const moved = [
    ...statusStep(previous.status, line.status),
    ...dateStep(previous.targetDate, line.targetDate),
  ]
  return moved.length > 0 ? moved : ['noted']
}

/** Whether a line is what the document said from the start of a day on, as an implied baseline is once written. */
const isOfDocument = (line: RecordedLine): boolean =>
  line.kind === 'baseline' && recordedTime(line) === startOfDay(recordedOn(line)).getTime()

/** First committed more than 24 hours after it was recorded (DESIGN 5, "Ledger line"). */
export const isEnteredLater = (line: RecordedLine): boolean =>
  line.enteredAt !== null && Date.parse(line.enteredAt) - recordedTime(line) > LATE_MS && !isOfDocument(line)

/** The history that lines tell, in the order of the fold: what each one changed. */
export function stepsOf(lines: readonly RecordedLine[]): readonly Step[] {
  return withHeldBefore(lines).map(({ line, previous }) => ({
    line,
    previous,
    after: previous && !isHolding(line) ? previous : line,
    kinds: kindsOf(line, previous),
    isEnteredLater: isEnteredLater(line),
  }))
}
