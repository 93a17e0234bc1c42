import type { Transaction } from '#features/ingest/database-ingest.ts'

/**
 * Calls each state of a section by the first text that has it, for readers, who have no hashes: by these a guess of what
 * is withheld could be confirmed. Of documents that have sections which are not called anything yet; what those of others
 * are called stays.
 * @returns how many rows it changed
 */
export const writeSectionStates = (transaction: Transaction): Promise<number> => transaction.$executeRaw`
  WITH own AS (
    SELECT text_revision_id, position, document_path, key, hash, base_hash FROM text_section
    WHERE document_path IN (SELECT document_path FROM text_section WHERE state = 0)
  ), said AS (
    SELECT document_path, key, hash, min(text_revision_id) AS state FROM own GROUP BY 1, 2, 3
  ), wanted AS (
    SELECT o.text_revision_id, o.position, s.state, b.state AS base_state
    FROM own o
    JOIN said s ON s.document_path = o.document_path AND s.key = o.key AND s.hash = o.hash
    LEFT JOIN said b ON b.document_path = o.document_path AND b.key = o.key AND b.hash = o.base_hash
  )
  UPDATE text_section t SET state = w.state, base_state = w.base_state FROM wanted w
  WHERE w.text_revision_id = t.text_revision_id AND w.position = t.position
    AND (t.state, t.base_state) IS DISTINCT FROM (w.state, w.base_state)`
