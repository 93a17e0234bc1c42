import { FINDINGS, type Finding } from '#features/evidence/finding-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

export type FindingCounts = Readonly<Record<Finding, number>>

/** How many checks of a run came to each finding. */
export function countFindings({ judgements }: Pick<RunView, 'judgements'>): FindingCounts {
  const counts: Record<Finding, number> = { passed: 0, failed: 0, warned: 0, 'not-run': 0 }
  for (const { finding } of judgements.values()) counts[finding] += 1
  return counts
}

/** A part of a bar, in per cent of its height from the top. */
interface Part {
  readonly finding: Finding
  readonly count: number
  readonly from: number
  readonly height: number
}

export interface TrendBar {
  readonly view: RunView
  readonly counts: FindingCounts
  /** From the top: what failed hangs at the top of every bar, so that it is seen at once. */
  readonly parts: readonly Part[]
}

const IN_ORDER = ['failed', 'warned', 'passed', 'not-run'] as const satisfies Finding[]

/** Findings run by run, the oldest first. @param runs the newest first */
export function trendOf(runs: readonly RunView[]): TrendBar[] {
  return runs.toReversed().map(view => {
    const counts = countFindings(view)
    const total = FINDINGS.reduce((sum, finding) => sum + counts[finding], 0)
    let from = 0
    const parts = IN_ORDER.flatMap(finding => {
      const part = { finding, count: counts[finding], from, height: (counts[finding] / total) * 100 }
      from += part.height
      return part.count > 0 ? [part] : []
    })
    return { view, counts, parts }
  })
}
