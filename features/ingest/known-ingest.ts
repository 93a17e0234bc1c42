import { LINE, ledgerLineOf } from '#features/checklist/ledger-rows.ts'
import type { KnownLines } from '#features/ingest/owners-then-ingest.ts'
import { type KnownRevisions, knownKey } from '#features/ingest/revision-model.ts'
import type { PrismaClient } from '#prisma/client/client.ts'

/** What a database has of the past: the revisions that came from commits, and every ledger line by document. */
export async function readKnown(
  database: PrismaClient,
): Promise<{ revisions: KnownRevisions; lines: KnownLines }> {
  const revisions = await database.textRevision.findMany({
    where: { origin: 'commit' },
    select: { documentPath: true, locale: true, commit: true, hash: true },
  })
  const lines = await database.ledgerLine.findMany({ include: LINE.include })
  return {
    revisions: new Map(
      revisions.map(row => [knownKey(row.documentPath, row.locale, row.commit ?? ''), row.hash]),
    ),
    lines: Map.groupBy(
      lines.map(row => ({
        ...ledgerLineOf({ ...row, shownHash: row.hash }),
        documentPath: row.documentPath,
      })),
      row => row.documentPath,
    ),
  }
}
