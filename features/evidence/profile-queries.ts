import type { Profile } from '#features/evidence/profile-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { guestDatabase } from '#prisma/view-client.ts'

/** The profiles of these runs by their ids. One may have a megabyte: they are read when they are compared. */
export async function readProfiles(runs: readonly RunView[]): Promise<ReadonlyMap<string, Profile>> {
  const rows = await guestDatabase().evidenceJudgement.findMany({
    where: { evidenceRun: { runId: { in: runs.map(({ run }) => run.runId) } } },
    select: { profile: true, evidenceRun: { select: { runId: true } } },
  })
  // Written by `writeEvidence` from a Profile.
  return new Map(rows.map(({ profile, evidenceRun }) => [evidenceRun.runId, profile as unknown as Profile]))
}
