import type { SearchEntry } from '#features/search/entry-model.ts'

/** A run of evidence, as far as search looks at it. */
export interface SearchedRun {
  readonly runId: string
  readonly environment: string
  readonly kind: string
  readonly command: string
  readonly repository: string
  readonly commit: string
  readonly topics: readonly string[]
  /** Each with what was found, e.g. `dlq-complete passed`. */
  readonly findings: readonly string[]
  readonly checks: readonly string[]
}

/** The words of a run: they are names and codes, in no language. */
export const runEntry = (run: SearchedRun): SearchEntry => ({
  item: `run:${run.environment}/${run.runId}`,
  kind: 'run',
  lang: null,
  documentPath: null,
  categoryCode: null,
  number: null,
  anchor: null,
  title: run.runId,
  body: [
    run.environment,
    run.kind,
    run.command,
    run.repository,
    run.commit,
    ...run.topics,
    ...run.findings,
  ].join(' · '),
  names: [run.runId],
  codes: [run.kind, run.commit, ...run.topics, ...run.checks],
})
