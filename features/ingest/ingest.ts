import path from 'node:path'
import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { ingestEvidence } from '#features/evidence/evidence-ingest.ts'
import { withDatabase, writeAlone } from '#features/ingest/database-ingest.ts'
import { examine } from '#features/ingest/examine-ingest.ts'
import { readKnown } from '#features/ingest/known-ingest.ts'
import { readKnownStates } from '#features/ingest/known-states-ingest.ts'
import { projectionOf } from '#features/ingest/projection-rules.ts'
import { readRevisions } from '#features/ingest/revisions-ingest.ts'
import { type Counts, countsOf, writeProjection } from '#features/ingest/write-projection-ingest.ts'
import { checkKnownBases, withEarlierBases } from '#features/localization/base-known-rules.ts'

export interface IngestRequest {
  readonly contentFolder: string
  /** Where the bundles are; none: there is no evidence. */
  readonly evidenceFolder?: string
  /** Address of the login that owns the tables. */
  readonly databaseUrl: string
  readonly now: Date
  /** Told, in a few words, what is being done. */
  readonly onProgress: (note: string) => void
}

export interface IngestOutcome {
  /** 12 hexadecimal digits; null where an error kept everything as it was. */
  readonly revision: string | null
  readonly changed: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly counts: Counts
}

const NOTHING: Counts = { documents: 0, texts: 0, lines: 0 }

async function readEvidence(
  folder: string | undefined,
  databaseUrl: string,
  now: Date,
  onProgress: (note: string) => void,
): Promise<Awaited<ReturnType<typeof ingestEvidence>>> {
  if (folder === undefined) return { standing: [], diagnostics: [] }
  onProgress('reading the evidence')
  const file = path.relative('', folder).replaceAll(path.sep, '/')
  return ingestEvidence({ evidenceFolder: folder, file, databaseUrl, now, onProgress })
}

/**
 * Checks a content folder and its evidence, and projects them into the database, whole or not at all. The same a second time
 * changes no row.
 * @throws {Error} of the database or of git; what is wrong with the content is told by diagnostics
 */
export function ingest({
  contentFolder,
  evidenceFolder,
  databaseUrl,
  now,
  onProgress,
}: IngestRequest): Promise<IngestOutcome> {
  return withDatabase(databaseUrl, async database => {
    onProgress('reading the content and its history')
    const known = await readKnown(database)
    const { content, past, committed, texts } = await examine(contentFolder, now, known.lines)
    const { categories, terms, documents, diagnostics } = content
    const refused = { revision: null, changed: false, diagnostics, counts: NOTHING }
    if (categories === null || hasErrors(diagnostics)) {
      onProgress('refused, nothing is written')
      return refused
    }
    const read = await readRevisions(contentFolder, documents, past.history, known.revisions, texts)
    diagnostics.push(...read.diagnostics)
    const outdated = withEarlierBases(documents)
    if (outdated.length > 0)
      diagnostics.push(
        ...checkKnownBases(outdated, await readKnownStates(database, outdated, read.revisions)),
      )
    const evidence = await readEvidence(evidenceFolder, databaseUrl, now, onProgress)
    diagnostics.push(...evidence.diagnostics)
    if (hasErrors(diagnostics)) {
      onProgress('refused, nothing is written')
      return refused
    }
    onProgress('writing what differs')
    const projection = projectionOf(
      { categories, terms, documents },
      read.revisions,
      committed,
      evidence.standing,
    )
    const written = await writeAlone(database, transaction => writeProjection(transaction, projection, now))
    const counts = countsOf(projection)
    onProgress(
      `${counts.documents} documents, ${written.changed ? 'now' : 'still'} at revision ${written.revision}`,
    )
    return { ...written, diagnostics, counts }
  })
}
