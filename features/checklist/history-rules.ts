import { isSilent } from '#features/checklist/changes-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { stepsOf } from '#features/checklist/step-rules.ts'

/** Lines that one page of a history shows at most. */
export const HISTORY_PAGE = 20

/** One entry of a history as it is drawn: a step, or a row of reports that nothing changed, the newest first. */
export type HistoryEntry =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'confirmations'; readonly steps: readonly [Step, Step, ...Step[]] }

/** A part of a workstream's history. Its lines are numbered from the oldest, which is 1. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[]
  readonly total: number
  /** Number of the newest line shown. */
  readonly newest: number
  /** Number of the oldest line shown; where it is not 1, the page before it is asked for by this number. */
  readonly oldest: number
}

/**
 * The newest part of a history, or the part before the line of a number.
 * @param lines of one workstream, baseline included
 * @returns null where there is no line before that number
 */
export function historyPage(lines: readonly RecordedLine[], before?: number): HistoryPage | null {
  const steps = stepsOf(lines)
  const newest = (before ?? steps.length + 1) - 1
  if (newest < 1 || newest > steps.length) return null
  const first = Math.max(0, newest - HISTORY_PAGE)
  return {
    entries: entriesOf(steps.slice(first, newest).toReversed()),
    total: steps.length,
    newest,
    oldest: first + 1,
  }
}

export type BeforeProblem = 'before-malformed'

/** `?before=` as the number of a line. */
export const parseBefore = (given: string): number | BeforeProblem =>
  /^[1-9]\d{0,8}$/.test(given) ? Number(given) : 'before-malformed'

function entriesOf(newestFirst: readonly Step[]): HistoryEntry[] {
  const entries: HistoryEntry[] = []
  for (const step of newestFirst) {
    const last = entries.at(-1)
    if (!isSilent(step) || !last) entries.push({ kind: 'step', step })
    else if (last.kind === 'confirmations') entries.splice(-1, 1, { ...last, steps: [...last.steps, step] })
    else if (isSilent(last.step)) entries.splice(-1, 1, { kind: 'confirmations', steps: [last.step, step] })
    else entries.push({ kind: 'step', step })
  }
  return entries
}
