import { viewDatabase } from '#prisma/view-client.ts'

/** When a ledger begins. */
export interface LedgerStart {
  readonly firstLineAt: Date
  /** When its first line that is not of the baseline was recorded; null where there is none. */
  readonly firstReportAt: Date | null
}

/** When the ledgers of documents begin. Asked of the index: Prisma would read every line to find the first ones. */
export async function readLedgerStarts(paths: readonly string[]): Promise<ReadonlyMap<string, LedgerStart>> {
  const rows = await (await viewDatabase()).$queryRaw<(LedgerStart & { path: string })[]>`
    SELECT path, "firstLineAt", "firstReportAt" FROM unnest(${paths}::text[]) AS path,
      LATERAL (SELECT min(recorded_at) AS "firstLineAt" FROM ledger_line WHERE document_path = path) AS line,
      LATERAL (SELECT min(recorded_at) AS "firstReportAt" FROM ledger_line
        WHERE document_path = path AND kind <> 'baseline') AS report
    WHERE "firstLineAt" IS NOT NULL`
  return new Map(rows.map(row => [row.path, row]))
}
