import type { Role } from '#features/access/role-model.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { NEXT_STATUSES, type Status } from '#features/checklist/status-model.ts'
import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'

export const LINE_TEXTS = ['note', 'reason', 'resolution'] as const
export type LineText = (typeof LINE_TEXTS)[number]
export type LineTexts = Readonly<Partial<Record<LineText, LocalizedText>>>

/** What would bring the ledger to what a row of the table says. */
export interface MissingLines {
  /** In the order in which they are to be recorded; empty where no way leads there. */
  readonly recordings: readonly Recording[]
  /** Texts that the rules ask for and nobody has given. */
  readonly needed: readonly LineText[]
}

/** The statuses on the shortest way from one to another, the first one left out; null where there is none. */
function wayBetween(from: Status, to: Status): readonly Status[] | null {
  const ways: (readonly Status[])[] = [[]]
  for (const way of ways) {
    const last = way.at(-1) ?? from
    if (last === to) return way
    for (const next of NEXT_STATUSES[last])
      if (next !== from && !way.includes(next)) ways.push([...way, next])
  }
  return null
}

/** The texts that a line needs by the rules of the ledger (DESIGN 5, "Status rules"). */
function neededBy(before: Status, status: Status, isSlip: boolean, by: Role): LineText[] {
  return [
    ...(status === 'BLOCKED' && before !== 'BLOCKED' ? (['note'] as const) : []),
    ...((before === 'DONE' && status !== 'DONE') || isSlip || by === 'GOVERNANCE_ADMIN'
      ? (['reason'] as const)
      : []),
    ...(before === 'BLOCKED' && status !== 'BLOCKED' ? (['resolution'] as const) : []),
  ]
}

/**
 * The lines that a ledger lacks for a row of the table to be right: a line for each step of the status, the new date
 * in the last one. Null where the row says what the ledger says.
 * @param by who records them
 */
export function missingLines(
  { number, status, targetDate }: Pick<TrackerRow, 'number' | 'status' | 'targetDate'>,
  state: Pick<WorkstreamState, 'status' | 'targetDate'>,
  given: LineTexts,
  by: Role,
): MissingLines | null {
  if (status === state.status && targetDate === state.targetDate) return null
  const way = wayBetween(state.status, status)
  if (way === null) return { recordings: [], needed: [] }
  const steps = way.length > 0 ? way : [status]
  const told = steps.map((step, index) => {
    const isLast = index === steps.length - 1
    const needed = neededBy(
      steps[index - 1] ?? state.status,
      step,
      isLast && targetDate > state.targetDate,
      by,
    )
    const texts = Object.fromEntries(needed.flatMap(text => (given[text] ? [[text, given[text]]] : [])))
    const recording: Recording = {
      workstream: number,
      kind: 'change',
      status: step,
      ...(isLast ? { targetDate } : {}),
      ...texts,
      by,
    }
    return { recording, lacking: needed.filter(text => !given[text]) }
  })
  return {
    recordings: told.map(({ recording }) => recording),
    needed: [...new Set(told.flatMap(({ lacking }) => lacking))],
  }
}
