import type { Finding } from '#features/evidence/finding-model.ts'
import type { EvidenceDesk } from '#tests/integration/evidence/evidence-desk.ts'

/** Takes in what lies on the desk, and gives what the checks of each run found, by run and check. */
export async function findingsOf(desk: EvidenceDesk): Promise<Record<string, Record<string, Finding>>> {
  const outcome = await desk.ingest(desk.database, new Date())
  if (outcome.revision === null) throw new Error(JSON.stringify(outcome.diagnostics))
  const rows = await desk.database.query<{ run: string; checks: Record<string, Finding> }>(
    `SELECT r.run_id AS run, jsonb_object_agg(f."check", f.finding) AS checks
     FROM evidence_finding f JOIN evidence_run r ON r.id = f.run GROUP BY 1`,
  )
  return Object.fromEntries(rows.map(({ run, checks }) => [run, checks]))
}

/** The checks of a run with a finding. */
export const checksWith = (
  found: Readonly<Record<string, Finding>> | undefined,
  ...findings: readonly Finding[]
) =>
  Object.entries(found ?? {})
    .flatMap(([check, finding]) => (findings.includes(finding) ? [check] : []))
    .toSorted()
