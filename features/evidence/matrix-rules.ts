import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { CountingFinding } from '#features/evidence/verdict-model.ts'
import { countingFindings } from '#features/evidence/verdict-rules.ts'

export interface MatrixRow {
  readonly check: CheckCode
  /** One an environment, in their order. */
  readonly cells: readonly CountingFinding[]
}

/** What counts of every check in every environment. */
export function matrixOf(runs: readonly RunView[]): MatrixRow[] {
  const counting = countingFindings(runs)
  return CHECK_CODES.map(check => ({ check, cells: counting.filter(cell => cell.check === check) }))
}
