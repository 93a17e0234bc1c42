import { documentHash } from '#features/checklist/document-hash-rules.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

const hashOf = ({ texts, lines }: ProjectedDocument): string =>
  documentHash(
    texts.map(({ locale, facts }) => ({ locale, hash: facts.hash })),
    lines,
  )

/**
 * Brings in line what the files of documents hold, for those who may read all of it: by the hash, others could confirm
 * what they guess of the rest.
 * @returns how many rows it changed
 */
export async function writeDocumentHashes(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
): Promise<number> {
  const paths = documents.map(({ path }) => path)
  const hashes = documents.map(hashOf)
  const gone = await transaction.$executeRaw`
    DELETE FROM document_hash WHERE document_path <> ALL (${paths}::text[])`
  const written = await transaction.$executeRaw`
    WITH part AS (
      SELECT s.document_path AS path, max(p.class) AS class
      FROM standing_text s JOIN text_part p ON p.text_revision_id = s.text_revision_id
      WHERE s.is_current GROUP BY 1
    ), note AS (
      SELECT l.document_path AS path, max(n.class) AS class
      FROM ledger_line l JOIN ledger_note n ON n.line = l.line GROUP BY 1
    )
    INSERT INTO document_hash (document_path, hash, class)
    SELECT path, asked.hash, GREATEST(d.class, part.class, note.class)
    FROM unnest(${paths}::text[], ${hashes}::text[]) AS asked (path, hash)
    JOIN document d USING (path) LEFT JOIN part USING (path) LEFT JOIN note USING (path)
    ON CONFLICT (document_path) DO UPDATE SET hash = EXCLUDED.hash, class = EXCLUDED.class
    WHERE (document_hash.hash, document_hash.class) IS DISTINCT FROM (EXCLUDED.hash, EXCLUDED.class)`
  return gone + written
}
