import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { asScope } from '#features/access/as-scope.ts'
import { viewVariables } from '#features/access/view-urls-model.ts'
import { formatDiagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { openPools } from '#prisma/view-pool.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

/** Of what is read as who sees all of it. */
export const asReviewer = <T>(work: () => T): T => asScope('reviewer', work)

/**
 * Makes this process read as the portal does, from a database with one checklist and evidence. A process knows one
 * database, for good.
 * @param writeEvidence writes bundles into the folder it is given
 * @param change what no ingest does to a database
 * @returns what undoes it
 */
export async function readAsPortal(
  writeEvidence: (folder: string) => void,
  change: (database: TestDatabase) => Promise<unknown> = async () => {},
): Promise<() => Promise<void>> {
  const database = await createTestDatabase()
  Object.assign(process.env, viewVariables(database.viewUrls))
  const content = new ContentFolder()
  content.write('80_chain/checklist/en.md', checklist(ROWS))
  const evidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-evidence-'))
  writeEvidence(evidence)
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    evidenceFolder: evidence,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-20T10:00:00Z'),
    onProgress: () => {},
  })
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
  await change(database)
  return async () => {
    await Promise.all(openPools().map(pool => pool.end()))
    content.remove()
    fs.rmSync(evidence, { recursive: true, force: true })
    await database.drop()
  }
}
