import type { ContentClass } from '#features/access/class-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi, endOfDay } from '#features/checklist/calendar-rules.ts'
import type { HashedLedgerLine, WithheldWords } from '#features/checklist/ledger-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import type { Blockage, Slip, WorkstreamState } from '#features/checklist/workstream-model.ts'

/** What each line's `recordedAt` says: read once, because every page looks at every line several times. */
const instants = new WeakMap<HashedLedgerLine, { readonly time: number; day?: Day }>()

function instantOf(line: HashedLedgerLine): { readonly time: number; day?: Day } {
  const known = instants.get(line)
  if (known) return known
  const read = { time: Date.parse(line.recordedAt) }
  instants.set(line, read)
  return read
}

/** Instant of recording, in milliseconds. */
export const recordedTime = (line: HashedLedgerLine): number => instantOf(line).time

/** Lines in the order they take effect: by instant of recording, then by hash, of which a rank tells where it is withheld. */
export const inFoldOrder = <Line extends HashedLedgerLine>(lines: readonly Line[]): Line[] =>
  lines.toSorted(
    (a, b) =>
      recordedTime(a) - recordedTime(b) || (a.rank ?? 0) - (b.rank ?? 0) || (a.hash < b.hash ? -1 : 1),
  )

/** The lines recorded by the end of a day in Tbilisi, in the order given. */
export function recordedBy<Line extends HashedLedgerLine>(lines: readonly Line[], day: Day): Line[] {
  const end = endOfDay(day).getTime()
  return lines.filter(line => recordedTime(line) <= end)
}

/** The day in Tbilisi on which a line was recorded. */
export function recordedOn(line: HashedLedgerLine): Day {
  const instant = instantOf(line)
  instant.day ??= dayInTbilisi(new Date(instant.time))
  return instant.day
}

/** Whether a line sets what holds from it on. A confirm only reports, be it of what a change has overtaken (0019). */
export const isHolding = ({ kind }: Pick<HashedLedgerLine, 'kind'>): boolean => kind !== 'confirm'

/** Lines in the order of the fold, each with the line of its workstream that held before it; null for the first. */
export function withHeldBefore<Line extends HashedLedgerLine>(
  lines: readonly Line[],
): { line: Line; previous: Line | null }[] {
  const held = new Map<number, Line>()
  return inFoldOrder(lines).map(line => {
    const previous = held.get(line.workstream) ?? null
    if (!previous || isHolding(line)) held.set(line.workstream, line)
    return { line, previous }
  })
}

/** Class of some words of a line that the reader may not see; null where there are none. */
export const withheldClass = (
  { withheld }: Pick<HashedLedgerLine, 'withheld'>,
  words: WithheldWords['words'][number],
): ContentClass | null => (withheld?.words.includes(words) ? withheld.class : null)

/** What a line says of a block, also where the reader may not see it. */
function noteOf(line: HashedLedgerLine): Pick<Blockage, 'note' | 'withheldNote'> {
  const withheldNote = withheldClass(line, 'note')
  return { note: line.note ?? null, ...(withheldNote ? { withheldNote } : {}) }
}

const raised = (line: HashedLedgerLine): Blockage => ({
  ...noteOf(line),
  raisedOn: recordedOn(line),
  clearedOn: null,
  resolution: null,
})

const first = (line: HashedLedgerLine): WorkstreamState => ({
  number: line.workstream,
  status: line.status,
  targetDate: line.targetDate,
  originalTargetDate: line.targetDate,
  slips: [],
  blockages: line.status === 'BLOCKED' ? [raised(line)] : [],
  lastReportedOn: recordedOn(line),
})

function slipsAfter({ slips, targetDate }: WorkstreamState, line: HashedLedgerLine): readonly Slip[] {
  if (line.targetDate <= targetDate) return slips
  const { recordedAt, by, targetDate: to, reason = null } = line
  const withheld = withheldClass(line, 'reason')
  return [...slips, { recordedAt, by, from: targetDate, to, reason, ...(withheld ? { withheld } : {}) }]
}

function blockagesAfter(state: WorkstreamState, line: HashedLedgerLine): readonly Blockage[] {
  const { blockages } = state
  const open = openBlocker(state)
  if (!open) return line.status === 'BLOCKED' ? [...blockages, raised(line)] : blockages
  const now: Blockage =
    line.status === 'BLOCKED'
      ? { ...open, ...(line.note || withheldClass(line, 'note') ? noteOf(line) : {}) }
      : { ...open, clearedOn: recordedOn(line), resolution: line.resolution ?? null }
  return [...blockages.slice(0, -1), now]
}

/** A confirm moves nothing; what it says of a blocker counts while that is there. */
const afterConfirm = (state: WorkstreamState, line: HashedLedgerLine): WorkstreamState => ({
  ...state,
  blockages: state.status === line.status ? blockagesAfter(state, line) : state.blockages,
  lastReportedOn: recordedOn(line),
})

const afterHolding = (state: WorkstreamState, line: HashedLedgerLine): WorkstreamState => ({
  ...state,
  status: line.status,
  targetDate: line.targetDate,
  slips: slipsAfter(state, line),
  blockages: blockagesAfter(state, line),
  lastReportedOn: recordedOn(line),
})

const after = (state: WorkstreamState, line: HashedLedgerLine): WorkstreamState =>
  isHolding(line) ? afterHolding(state, line) : afterConfirm(state, line)

/**
 * What the ledger says of each workstream at the end of a day in Tbilisi, whatever the order of its lines.
 * A note given while blocked replaces the one before; a workstream without a line by then has no entry.
 */
export function fold(lines: readonly HashedLedgerLine[], asOf: Day): ReadonlyMap<number, WorkstreamState> {
  const states = new Map<number, WorkstreamState>()
  for (const line of inFoldOrder(recordedBy(lines, asOf))) {
    const state = states.get(line.workstream)
    states.set(line.workstream, state ? after(state, line) : first(line))
  }
  return states
}
