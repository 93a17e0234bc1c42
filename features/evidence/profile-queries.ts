import type { Profile } from '#features/evidence/profile-rules.ts'
import { readSight } from '#features/evidence/record-relation-queries.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

const evidenceRun = { select: { runId: true } } as const

/**
 * The profiles of these runs by their ids: with the words of records for those who see these, with marks in their place
 * for others. One may have a megabyte: they are read when they are compared.
 */
export async function readProfiles(runs: readonly RunView[]): Promise<ReadonlyMap<string, Profile>> {
  const { evidenceJudgement } = await viewDatabase()
  const where = { evidenceRun: { runId: { in: runs.map(({ run }) => run.runId) } } }
  const rows =
    (await readSight()) === 'whole'
      ? await evidenceJudgement.findMany({ where, select: { profile: true, evidenceRun } })
      : (await evidenceJudgement.findMany({ where, select: { publicProfile: true, evidenceRun } })).map(
          ({ publicProfile: profile, ...row }) => ({ ...row, profile }),
        )
  return new Map(
    rows.flatMap(({ profile, evidenceRun: { runId } }) =>
      // Written by `writeEvidence` from a Profile.
      profile === null ? [] : [[runId, profile as unknown as Profile] as const],
    ),
  )
}
