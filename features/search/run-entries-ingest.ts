import { runSchema } from '#features/evidence/run-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import { runEntry } from '#features/search/run-entry-rules.ts'
import type { HeldEntry } from '#features/search/write-entries-ingest.ts'

/** What search is to know of every run that the portal shows. */
export async function readRunEntries(transaction: Transaction): Promise<HeldEntry[]> {
  const rows = await transaction.evidenceRun.findMany({
    where: { standing: { isNot: null } },
    orderBy: { finishedAt: 'desc' },
  })
  // One after the other: a transaction has one connection.
  const ofShown = { run: { in: rows.map(({ id }) => id) } }
  const laneRows = await transaction.evidenceLane.findMany({
    where: ofShown,
    select: { run: true, topic: true },
  })
  const findingRows = await transaction.evidenceFinding.findMany({
    where: ofShown,
    select: { run: true, check: true, finding: true },
  })
  const lanesOf = Map.groupBy(laneRows, ({ run }) => run)
  const findingsOf = Map.groupBy(findingRows, ({ run }) => run)
  return rows.map(({ id, manifest, environment, runId, kind, finishedAt, class: contentClass }) => {
    const [lanes, findings] = [lanesOf.get(id) ?? [], findingsOf.get(id) ?? []]
    const { command, subject } = runSchema.parse(JSON.parse(manifest))
    const entry = runEntry({
      ...{ runId, environment, kind, command, ...subject },
      topics: [...new Set(lanes.map(({ topic }) => topic))].toSorted(),
      findings: findings.map(({ check, finding }) => `${check} ${finding.replace('_', '-')}`).toSorted(),
      checks: findings.map(({ check }) => check),
    })
    return { entry, spans: [[finishedAt.getTime(), null]], isCurrent: true, class: contentClass }
  })
}
