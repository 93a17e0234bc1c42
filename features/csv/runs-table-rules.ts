import type { Table } from '#features/csv/csv-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countFindings } from '#features/evidence/trend-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

const COLUMNS = [
  'runId',
  'environment',
  'kind',
  'startedAt',
  'finishedAt',
  'ingestedAt',
  'repository',
  'commit',
  'records',
  'passed',
  'warned',
  'failed',
  'notRun',
  'hash',
] as const

/** Runs, a row each, in their order. */
export const runsTable = (runs: readonly RunView[], { t }: Wording): Table => ({
  name: 'evidence',
  rows: [
    COLUMNS.map(column => t(`evidence.csv.${column}`)),
    ...runs.map(view => {
      const { run, environment, hash, records } = view
      const counts = countFindings(view)
      return [
        run.runId,
        environment,
        run.kind,
        view.startedAt.toISOString(),
        view.finishedAt.toISOString(),
        view.ingestedAt.toISOString(),
        run.subject.repository,
        run.subject.commit,
        records,
        counts.passed,
        counts.warned,
        counts.failed,
        counts['not-run'],
        hash,
      ]
    }),
  ],
})
