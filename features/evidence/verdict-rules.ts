import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS, type Environment } from '#features/evidence/environment-model.ts'
import type { MappedWorkstream } from '#features/evidence/mapping-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type {
  CountingFinding,
  EnvironmentVerdict,
  HeldFinding,
  Verdict,
  WorkstreamEvidence,
} from '#features/evidence/verdict-model.ts'

const DAY_MS = 86_400_000

const newestFirst = (a: RunView, b: RunView): number =>
  b.finishedAt.getTime() - a.finishedAt.getTime() || (a.run.runId < b.run.runId ? -1 : 1)

type Source = NonNullable<CountingFinding['source']>

/** The instant up to which a finding holds: that of a comparison is as old as the oldest run that it compared. */
export const instantOf = (check: CheckCode, { run }: Source): number =>
  (check === 'environment-parity' ? (run.comparedAt ?? run.finishedAt) : run.finishedAt).getTime()

/** Environments are alike kind by kind: what differs in one is not alike, whatever others found. @param judged the newest first */
function sourceOfParity(judged: readonly Source[]): Source | undefined {
  const newest = [...Map.groupBy(judged, ({ run }) => run.run.kind).values()].flatMap(
    ([first]) => first ?? [],
  )
  return (
    newest.find(({ judgement }) => judgement.finding === 'failed') ??
    newest.toSorted((a, b) => instantOf('environment-parity', b) - instantOf('environment-parity', a))[0]
  )
}

function countingFinding(
  check: CheckCode,
  environment: Environment,
  runs: readonly RunView[],
): CountingFinding {
  const told = runs.flatMap(run => {
    const judgement = run.environment === environment ? run.judgements.get(check) : undefined
    return judgement ? [{ run, judgement }] : []
  })
  const judged = told.filter(({ judgement }) => judgement.finding !== 'not-run')
  const source = (check === 'environment-parity' ? sourceOfParity(judged) : judged[0]) ?? told[0] ?? null
  return { check, environment, finding: source?.judgement.finding ?? 'not-run', source }
}

/**
 * For each check and environment what the newest run that judged it found; for `environment-parity`, that of each kind,
 * of which one that failed counts. The order of the runs does not matter.
 */
export function countingFindings(runs: readonly RunView[]): CountingFinding[] {
  const sorted = runs.toSorted(newestFirst)
  return CHECK_CODES.flatMap(check =>
    ENVIRONMENTS.map(environment => countingFinding(check, environment, sorted)),
  )
}

function verdictOf(findings: readonly HeldFinding[]): Verdict {
  if (findings.length === 0) return 'none-required'
  if (findings.some(({ finding }) => finding === 'failed')) return 'contradicted'
  if (findings.some(({ finding }) => finding === 'not-run')) return 'not-run'
  return findings.some(({ isStale }) => isStale) ? 'stale' : 'corroborated'
}

/**
 * What evidence says of a workstream.
 * @param mapped what the document maps to it, if anything
 * @param until the end of the day asked for in Tbilisi: age is counted up to it
 */
export function evidenceOf(
  mapped: MappedWorkstream | null,
  counting: readonly CountingFinding[],
  until: Date,
): WorkstreamEvidence {
  const findings = counting
    .filter(({ check }) => mapped?.checks.includes(check))
    .map((found): HeldFinding => {
      const age = until.getTime() - (found.source ? instantOf(found.check, found.source) : 0)
      const isStale = found.finding !== 'not-run' && age > (mapped?.freshness ?? 0) * DAY_MS
      return { ...found, isStale }
    })
  const verdictIn = (environment: Environment): EnvironmentVerdict => {
    const own = findings.filter(found => found.environment === environment)
    const verdict = verdictOf(own)
    const warned = own.filter(({ finding }) => finding === 'warned')
    return { verdict, warnings: verdict === 'corroborated' ? warned.length : 0 }
  }
  return {
    verdicts: { dev: verdictIn('dev'), stage: verdictIn('stage'), prod: verdictIn('prod') },
    findings,
    mapped,
  }
}
