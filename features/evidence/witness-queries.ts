import type { CheckCode } from '#features/evidence/check-code-model.ts'
import { joinWitnesses } from '#features/evidence/detail-class-rules.ts'
import type { Judgement, Witness } from '#features/evidence/finding-model.ts'
import { readSight } from '#features/evidence/record-relation-queries.ts'
import type { RecordSight } from '#features/evidence/record-sight-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { CountingFinding } from '#features/evidence/verdict-model.ts'
import { viewPool } from '#prisma/view-pool.ts'

interface WitnessesRow {
  readonly runId: string
  readonly check: CheckCode
  readonly witnesses: readonly Witness[]
  readonly details: readonly (string | null)[]
}

const witnessesWith = (
  details: string,
) => `SELECT run.run_id AS "runId", finding."check", finding.witnesses, ${details} AS details
  FROM unnest($1::text[], $2::text[]) AS wanted (run_id, "check")
  JOIN evidence_run AS run ON run.run_id = wanted.run_id
  JOIN evidence_finding AS finding ON finding.run = run.id AND finding."check" = wanted."check"`

/** What witnesses quote of records is read by those who see records, and no login has a right to it besides. */
const WITNESSES: Readonly<Record<RecordSight, string>> = {
  none: witnessesWith("'[]'::jsonb"),
  envelope: witnessesWith('finding.details'),
  whole: witnessesWith('finding.details'),
}

type Told = Omit<WitnessesRow, 'witnesses' | 'details'>

/** Gives judgements their witnesses; those that are not stored, as of `environment-parity`, keep what they have. */
async function readWitnesses(
  wanted: readonly Told[],
): Promise<(told: Told, judgement: Judgement) => Judgement> {
  const { rows } = await (await viewPool()).query<WitnessesRow>(WITNESSES[await readSight()], [
    wanted.map(({ runId }) => runId),
    wanted.map(({ check }) => check),
  ])
  const known = new Map(
    rows.map(({ runId, check, ...parted }) => [`${runId} ${check}`, joinWitnesses(parted)]),
  )
  return ({ runId, check }, judgement) => ({
    ...judgement,
    witnesses: known.get(`${runId} ${check}`) ?? judgement.witnesses,
  })
}

/** A run with what decided its findings. */
export async function witnessedRun(view: RunView): Promise<RunView> {
  const { runId } = view.run
  const fill = await readWitnesses([...view.judgements.keys()].map(check => ({ runId, check })))
  const judgements = [...view.judgements].map(
    ([check, judgement]) => [check, fill({ runId, check }, judgement)] as const,
  )
  return { ...view, judgements: new Map(judgements) }
}

/** What counts of every check, with what decided it. */
export async function witnessedFindings(counting: readonly CountingFinding[]): Promise<CountingFinding[]> {
  const told = ({ check }: CountingFinding, { run }: RunView): Told => ({ runId: run.runId, check })
  const fill = await readWitnesses(
    counting.flatMap(found => (found.source ? told(found, found.source.run) : [])),
  )
  return counting.map(found => {
    const { source } = found
    if (!source) return found
    return { ...found, source: { ...source, judgement: fill(told(found, source.run), source.judgement) } }
  })
}
