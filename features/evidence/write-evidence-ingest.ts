import { CHECKS_VERSION } from '#features/evidence/checks-version-model.ts'
import { partWitnesses } from '#features/evidence/detail-class-rules.ts'
import type { Finding } from '#features/evidence/finding-model.ts'
import type { StandingEvidence } from '#features/evidence/ingested-run-model.ts'
import { publicProfile } from '#features/evidence/public-profile-rules.ts'
import type { WrittenRuns } from '#features/evidence/written-runs-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { RunName } from '#features/portal/ingest-changes-model.ts'
import type { Finding as FindingColumn } from '#prisma/client/enums.ts'

const COLUMN: Record<Finding, FindingColumn> = {
  passed: 'passed',
  failed: 'failed',
  warned: 'warned',
  'not-run': 'not_run',
}

async function writeFound(
  transaction: Transaction,
  { row, found, replayed }: StandingEvidence,
): Promise<void> {
  if (!found) return
  await transaction.evidenceFinding.deleteMany({ where: { run: row } })
  await transaction.evidenceFinding.createMany({
    data: [...found.judgements].map(([check, { finding, witnesses: whole, ...judgement }]) => {
      const { witnesses, details } = partWitnesses(whole)
      return {
        run: row,
        check,
        finding: COLUMN[finding],
        ...judgement,
        witnesses: witnesses.map(witness => ({ ...witness })),
        details: [...details],
      }
    }),
  })
  const told = {
    checksVersion: CHECKS_VERSION,
    replayed: [...replayed],
    counts: JSON.parse(JSON.stringify(found.counts)),
    profile: JSON.parse(JSON.stringify(found.profile)),
    publicProfile: JSON.parse(JSON.stringify(publicProfile(found.profile))),
  }
  await transaction.evidenceJudgement.upsert({
    where: { run: row },
    create: { run: row, ...told },
    update: told,
  })
}

const nameOf = ({ environment, run: { runId } }: StandingEvidence): RunName => ({ environment, runId })

/** Brings what is shown of evidence in line with the folder. */
export async function writeEvidence(
  transaction: Transaction,
  standing: readonly StandingEvidence[],
): Promise<WrittenRuns> {
  const rows = await transaction.standingRun.findMany({
    include: { evidenceRun: { select: { environment: true, runId: true } } },
  })
  const shown = new Set(rows.map(({ run }) => run))
  const wanted = new Set(standing.map(({ row }) => row))
  const gone = rows.filter(({ run }) => !wanted.has(run))
  const added = standing.filter(({ row }) => !shown.has(row))
  if (gone.length > 0)
    await transaction.standingRun.deleteMany({ where: { run: { in: gone.map(({ run }) => run) } } })
  if (added.length > 0)
    await transaction.standingRun.createMany({ data: added.map(({ row }) => ({ run: row })) })
  const judged = standing.filter(({ found }) => found !== null)
  for (const evidence of judged) await writeFound(transaction, evidence)
  return {
    came: added.map(nameOf),
    gone: gone.map(({ evidenceRun }) => evidenceRun),
    judged: judged.filter(({ row }) => shown.has(row)).map(nameOf),
  }
}
