import type { ReadDocument } from '#features/document/read-model.ts'
import type { Revisions } from '#features/ingest/revision-model.ts'
import type { PrismaClient } from '#prisma/client/client.ts'

const keyOf = (...parts: readonly string[]): string => parts.join(' ')

/** Whether the authoritative text of a document ever had a section of that key and hash, as far as is known. */
export type IsKnownState = (path: string, key: string, hash: string) => boolean

/** What the database and the revisions about to be written have of the sections of authoritative texts. */
export async function readKnownStates(
  database: PrismaClient,
  documents: readonly ReadDocument[],
  revisions: Revisions,
): Promise<IsKnownState> {
  const rows = await database.textSection.findMany({
    where: {
      OR: documents.map(({ found, authoritative }) => ({
        documentPath: found.path,
        revision: { locale: authoritative.locale },
      })),
    },
    distinct: ['documentPath', 'key', 'hash'],
    select: { documentPath: true, key: true, hash: true },
  })
  const added = documents.flatMap(({ found, authoritative }) =>
    (revisions.get(authoritative.source.path)?.states ?? []).flatMap(({ facts }) =>
      (facts?.sections ?? []).map(({ key, hash }) => keyOf(found.path, key, hash)),
    ),
  )
  const known = new Set([
    ...rows.map(({ documentPath, key, hash }) => keyOf(documentPath, key, hash)),
    ...added,
  ])
  return (path, key, hash) => known.has(keyOf(path, key, hash))
}
