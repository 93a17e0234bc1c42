import { type Folders, ingestContent } from '#cli/content/ingest-content.ts'
import { servedRevision } from '#cli/content/served-revision.ts'
import { Failure } from '#scripts/failure.js'

/**
 * Brings the content into the database. Where it has errors, the revision that the database holds stays.
 * @throws {Failure} when the content has errors and the database holds no revision
 */
export async function prepareContent(folders: Folders, writeUrl: string, signal: AbortSignal): Promise<void> {
  if (await ingestContent(folders, writeUrl, signal)) return
  const revision = await servedRevision(writeUrl)
  if (revision === null)
    throw new Failure(
      'The content has errors, and there is no earlier revision to serve.',
      'Mend them and start again.',
    )
  console.error(`NOTICE: the content has errors. The last good revision, ${revision}, is served instead.`)
  console.error('        Mend them, then run: npm run -s mza -- ingest\n')
}
