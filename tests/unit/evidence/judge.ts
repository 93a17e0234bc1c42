import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Finding } from '#features/evidence/finding-model.ts'
import { identityOf } from '#features/evidence/identity-rules.ts'
import { judgeRun } from '#features/evidence/judge-rules.ts'
import type { JudgedRun } from '#features/evidence/judged-run-model.ts'
import type { SimulatedRun } from '#tests/setup/simulated-runs.ts'
import { inFeedOrder } from './feed.ts'

/** Judges a run in memory, in the order in which the database feeds the checks. */
export function judge({ run, records }: SimulatedRun, replayed?: SimulatedRun): JudgedRun {
  const isKnown = replayed ? 'known' : 'absent'
  const judging = judgeRun({ run, replayed: run.replays.length > 0 ? isKnown : 'none' })
  const identified = records.map(record => ({ ...record, ...identityOf(record.value) }))
  const dlq = replayed?.records.filter(({ boundary }) => boundary === 'dlq') ?? []
  for (const { record, isReplayed } of inFeedOrder(identified, dlq))
    if (isReplayed) judging.takeReplayed(record)
    else judging.take(record)
  return judging.finish()
}

/** The checks with one of these findings, in their order. */
export const checksFound = ({ judgements }: JudgedRun, ...findings: readonly Finding[]): CheckCode[] =>
  [...judgements].flatMap(([code, { finding }]) => (findings.includes(finding) ? [code] : []))
