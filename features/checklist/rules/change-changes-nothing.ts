import { isHolding, recordedTime } from '#features/checklist/fold-rules.ts'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { LedgerRule, LedgerStep } from '#features/checklist/ledger-rule-model.ts'
import { isNews } from '#features/checklist/news-rules.ts'
import { type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

/** How long the same change on another branch may have been unknown to its owner (0019). */
const UNSEEN_MS = 14 * 24 * 60 * 60 * 1000

const RULE = {
  code: 'change-changes-nothing',
  severity: 'error',
  mend: 'Give another status or target date, or a note; where nothing changed, confirm it with `mza confirm`.',
} as const satisfies Rule

/** Words of the blocker that is open after steps of one workstream. */
function openNote(steps: readonly LedgerStep[]): LocalizedText | null {
  const newest = steps.findLast(({ line }) => (isHolding(line) && line.status !== 'BLOCKED') || line.note)
  return newest?.line.status === 'BLOCKED' ? (newest.line.note ?? null) : null
}

/** Whether a line was news to an owner who did not see what others recorded in the days before. */
function couldBeNews({ line }: LedgerStep, before: readonly LedgerStep[]): boolean {
  const since = recordedTime(line) - UNSEEN_MS
  const seen = before.findLastIndex(step => isHolding(step.line) && recordedTime(step.line) < since)
  return before
    .map((step, index) => ({ step, index }))
    .filter(({ step, index }) => index >= seen && isHolding(step.line))
    .some(({ step, index }) => isNews(line, step.line, openNote(before.slice(0, index + 1))))
}

/** Two branches may make the same change: merged, the later one changes nothing and is no mistake. */
export const changeChangesNothing: LedgerRule<typeof RULE.code> = {
  rule: RULE,
  check: ({ file, steps }) =>
    [...Map.groupBy(steps, ({ line }) => line.workstream).values()].flatMap(own =>
      own.flatMap((step, index) => {
        const { line, previous } = step
        if (line.kind !== 'change' || !previous) return []
        if (line.status !== previous.status || line.targetDate !== previous.targetDate) return []
        const before = own.slice(0, index)
        if (isNews(line, previous, openNote(before)) || couldBeNews(step, before)) return []
        const found = `expected a change of workstream ${line.workstream}, found ${line.status} ${line.targetDate} as before`
        return report(RULE, { file, line: line.line, column: 1 }, found)
      }),
    ),
}
