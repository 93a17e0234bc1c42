import type { Transaction } from '#features/ingest/database-ingest.ts'
import { writePartClasses } from '#features/ingest/write-part-classes-ingest.ts'

/**
 * Brings the class of every row in line; the database decides by it who sees the row. The stricter class is the greater
 * one: the database orders them as they are declared. No row has a milder class than its document, and a document that
 * is gone none milder than its category. What is current says who may read it now. A past text keeps the class it
 * declared; where it declared none, the strictest of its category's and of those its document ever declared.
 * @returns how many rows it changed
 */
export async function writeClasses(transaction: Transaction): Promise<number> {
  const changed = [
    await transaction.$executeRaw`
      UPDATE document d SET class = c.class FROM category c
      WHERE c.code = d.category_code AND c.class > d.class
        AND NOT EXISTS (SELECT FROM standing_text s WHERE s.document_path = d.path)`,
    await transaction.$executeRaw`
      WITH present AS (
        SELECT r.document_path, max(r.declared_class) AS strictest
        FROM standing_text s JOIN text_revision r ON r.id = s.text_revision_id GROUP BY 1
      ), wanted AS (
        SELECT r.id, GREATEST(d.class, CASE
          WHEN p.document_path IS NULL THEN r.class
          WHEN r.declared_class IS NOT NULL THEN r.declared_class
          WHEN s.is_current THEN d.class
          ELSE GREATEST(c.class, p.strictest)
        END) AS class
        FROM text_revision r
        JOIN document d ON d.path = r.document_path
        JOIN category c ON c.code = d.category_code
        LEFT JOIN present p ON p.document_path = r.document_path
        LEFT JOIN standing_text s ON s.text_revision_id = r.id
      )
      UPDATE text_revision r SET class = w.class FROM wanted w WHERE w.id = r.id AND w.class <> r.class`,
    await transaction.$executeRaw`
      UPDATE standing_text s SET class = r.class FROM text_revision r
      WHERE r.id = s.text_revision_id AND r.class <> s.class`,
    await transaction.$executeRaw`
      UPDATE tracker_row t SET class = r.class FROM text_revision r
      WHERE r.id = t.text_revision_id AND r.class <> t.class`,
    await transaction.$executeRaw`
      UPDATE workstream w SET class = d.class FROM document d
      WHERE d.path = w.document_path AND d.class <> w.class`,
    await transaction.$executeRaw`
      UPDATE ledger_line l SET class = d.class FROM document d
      WHERE d.path = l.document_path AND d.class <> l.class`,
    await writePartClasses(transaction),
  ]
  return changed.reduce((sum, count) => sum + count, 0)
}
