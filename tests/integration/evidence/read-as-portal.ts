import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { formatDiagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { downloadPool, guestPool } from '#prisma/view-pool.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase } from '#tests/integration/database.ts'

/**
 * Makes this process read as the portal does, from a database with one checklist and evidence. A process knows one
 * database, for good.
 * @param writeEvidence writes bundles into the folder it is given
 * @returns what undoes it
 */
export async function readAsPortal(writeEvidence: (folder: string) => void): Promise<() => Promise<void>> {
  const database = await createTestDatabase()
  process.env['MZA_VIEW_GUEST_URL'] = database.guestUrl
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
  return async () => {
    await Promise.all([guestPool().end(), downloadPool().end()])
    content.remove()
    fs.rmSync(evidence, { recursive: true, force: true })
    await database.drop()
  }
}
