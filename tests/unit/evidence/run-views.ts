import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { Finding } from '#features/evidence/finding-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'

const { run } = simulatedRun({ runId: 'any', intents: ['a'], partitions: 1, failing: null, redeliveries: 0 })

/** A run as pages know it, of which only the findings matter. */
export function runView(
  runId: string,
  finishedAt: string,
  findings: Partial<Record<CheckCode, Finding>>,
  environment: Environment = 'dev',
): RunView {
  const instant = new Date(finishedAt)
  return {
    run: { ...run, runId, environment },
    environment,
    hash: '',
    startedAt: instant,
    finishedAt: instant,
    ingestedAt: instant,
    records: 0,
    counts: {
      byBoundary: { publish: 0, consume: 0, effect: 0, dlq: 0, replay: 0 },
      deliveries: 0,
      keyMismatches: 0,
    },
    judgements: new Map(
      Object.entries(findings).map(([check, finding]) => [
        check as CheckCode,
        {
          finding,
          cause: finding === 'not-run' ? 'no-such-records' : null,
          judged: 1,
          failed: Number(finding === 'failed'),
          warned: Number(finding === 'warned'),
          witnesses: [],
        },
      ]),
    ),
  }
}
