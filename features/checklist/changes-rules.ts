import type { Day } from '#features/checklist/calendar-model.ts'
import { addDays, dayInTbilisi, endOfDay, startOfDay } from '#features/checklist/calendar-rules.ts'
import type { Changes, Held, WorkstreamChanges } from '#features/checklist/changes-model.ts'
import { recordedTime } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'

/** Steps that one answer lists at most. */
const MOST_STEPS = 200

const heldBy = ({ status, targetDate }: RecordedLine): Held => ({ status, targetDate })

const dayOf = ({ line }: Step): Day => dayInTbilisi(new Date(line.recordedAt))

/** A confirmation without a word says only that nothing changed. */
export const isSilent = ({ line }: Step): boolean =>
  line.kind === 'confirm' && !line.note && !line.reason && !line.resolution && !line.withheld

interface Listed {
  readonly steps: readonly Step[]
  readonly earlier: Span | null
  readonly unlisted: number
}

/** Whole days, the newest first, as long as there is room; of a newest day without room as much as there is. */
function listed(newestFirst: readonly Step[], { from }: Span, most: number): Listed {
  const beyond = newestFirst[most]
  if (!beyond) return { steps: newestFirst, earlier: null, unlisted: 0 }
  const cut = dayOf(beyond)
  const end = endOfDay(cut).getTime()
  const whole = newestFirst.filter(({ line }) => recordedTime(line) > end)
  if (whole.length > 0) return { steps: whole, earlier: { from, to: cut }, unlisted: 0 }
  const begin = startOfDay(cut).getTime()
  const ofDay = newestFirst.filter(({ line }) => recordedTime(line) >= begin).length
  return {
    steps: newestFirst.slice(0, most),
    earlier: ofDay < newestFirst.length ? { from, to: addDays(cut, -1) } : null,
    unlisted: ofDay - most,
  }
}

/**
 * Every step from the end of one day to the end of another, in the order of the fold.
 * @param lines of a checklist, baseline included, in the order of the fold
 */
export function stepsBetween(lines: readonly RecordedLine[], { from, to }: Span): Step[] {
  const [begin, end] = [endOfDay(from).getTime(), endOfDay(to).getTime()]
  return stepsOf(lines).filter(({ line }) => recordedTime(line) > begin && recordedTime(line) <= end)
}

/**
 * What changed from the end of one day to the end of another.
 * @param lines of a checklist, baseline included, in the order of the fold
 */
export function changesBetween(lines: readonly RecordedLine[], span: Span, most = MOST_STEPS): Changes {
  const inSpan = stepsBetween(lines, span)
  const told = inSpan.filter(step => !isSilent(step))
  const silent = inSpan.filter(isSilent)
  const { steps, ...rest } = listed(told.toReversed(), span, most)
  const listedOf = Map.groupBy(steps, ({ line }) => line.workstream)
  const isTold = new Set(told.map(({ line }) => line.workstream))
  return {
    workstreams: [...Map.groupBy(inSpan, ({ line }) => line.workstream)]
      .filter(([number]) => isTold.has(number))
      .map(([number, all]) => ({ number, ...sumOf(all), steps: listedOf.get(number) ?? [] }))
      .toSorted((a, b) => a.number - b.number),
    confirmations: {
      count: silent.length,
      workstreams: [...new Set(silent.map(({ line }) => line.workstream))].toSorted((a, b) => a - b),
    },
    ...rest,
  }
}

/** @param all that one workstream did, the oldest first */
function sumOf(all: readonly Step[]): Pick<WorkstreamChanges, 'before' | 'after'> {
  const [oldest, newest] = [all[0], all.at(-1)]
  if (!oldest || !newest) throw new RangeError('A sum needs a step')
  return { before: oldest.previous && heldBy(oldest.previous), after: heldBy(newest.after) }
}
