import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { writeBundle } from '#tests/setup/bundle-folder.ts'
import {
  type Scenario,
  type SimulatedRun,
  simulatedReplay,
  simulatedRun,
} from '#tests/setup/simulated-runs.ts'

const scenario = (over: Partial<Scenario> & Pick<Scenario, 'runId'>): Scenario => ({
  intents: ['intent-ka-1', 'intent-ka-2', 'intent-ka-3'],
  partitions: 6,
  failing: null,
  redeliveries: 1,
  ...over,
})

/** The last effect is recorded a second time: `effect-once` fails. */
function withSecondEffect({ run, records }: SimulatedRun): SimulatedRun {
  const effect = records.findLast(({ boundary }) => boundary === 'effect')
  const again = effect && { ...effect, seq: records.length, number: records.length + 1 }
  return { run, records: again ? [...records, again] : records }
}

/** A DLQ without event ids, as the recorded dev run left it: `dlq-complete` warns. */
const withoutEventIds = ({ run, records }: SimulatedRun): SimulatedRun => ({
  run,
  records: records.map(
    (record): EvidenceRecord =>
      record.boundary === 'dlq'
        ? { ...record, value: { ...record.value, eventId: null }, eventId: null }
        : record,
  ),
})

/**
 * Writes the bundles of a made-up month beside the reported content: smokes of `dev` in two weeks (the second with a
 * duplicate effect, mended in the third), a controlled failure and its replay, and a smoke filed as `stage`, where the
 * DLQ drill is missing. Fixtures of tests alone: nothing here ran anywhere.
 */
export function writeReportedEvidence(folder: string): void {
  writeBundle(
    folder,
    simulatedRun(scenario({ runId: 'dev-smoke-2026-03-06', startsAt: '2026-03-06T15:00:00+04:00' })),
  )
  const failed = withoutEventIds(
    simulatedRun(
      scenario({
        runId: 'dev-failure-2026-03-10',
        startsAt: '2026-03-10T12:00:00+04:00',
        failing: 'mint.requested',
      }),
    ),
  )
  const sha256 = writeBundle(folder, failed, { kind: 'single-operator-e2e' })
  writeBundle(
    folder,
    simulatedReplay(
      failed,
      scenario({ runId: 'dev-replay-2026-03-10', startsAt: '2026-03-10T14:00:00+04:00' }),
    ),
    { replays: [{ runId: 'dev-failure-2026-03-10', sha256 }] },
  )
  writeBundle(
    folder,
    withSecondEffect(
      simulatedRun(scenario({ runId: 'dev-smoke-2026-03-13', startsAt: '2026-03-13T15:00:00+04:00' })),
    ),
  )
  writeBundle(
    folder,
    simulatedRun(scenario({ runId: 'dev-smoke-2026-03-20', startsAt: '2026-03-20T15:00:00+04:00' })),
  )
  writeBundle(
    folder,
    simulatedRun(
      scenario({
        runId: 'stage-smoke-2026-03-24',
        startsAt: '2026-03-24T15:00:00+04:00',
        environment: 'stage',
        partitions: 12,
        redeliveries: 0,
      }),
    ),
  )
}
