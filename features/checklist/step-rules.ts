import { inFoldOrder, recordedTime } from '#features/checklist/fold-rules.ts'
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

const isEnteredLater = (line: RecordedLine): boolean =>
  line.enteredAt !== null && Date.parse(line.enteredAt) - recordedTime(line) > LATE_MS

/** The history that lines tell, in the order of the fold: what each one changed. */
export function stepsOf(lines: readonly RecordedLine[]): readonly Step[] {
  const newest = new Map<number, RecordedLine>()
  return inFoldOrder(lines).map(line => {
    const previous = newest.get(line.workstream) ?? null
    newest.set(line.workstream, line)
    return { line, previous, kinds: kindsOf(line, previous), isEnteredLater: isEnteredLater(line) }
  })
}
