import type { Transaction } from '#features/ingest/database-ingest.ts'
import { AUTHORITATIVE_LOCALE } from '#features/localization/locale-model.ts'

/**
 * Sections have the class that their document's authoritative text gives them today, in every language and every past
 * state: by their key and, in a past state, also by their words or heading, since keys that are counted move. Where
 * today's section with the key of a past one is another, or the key is counted, the strictest class counts that any
 * state ever gave to it: what was taken out of a text is not published by that. A section of a translation that is
 * not surely paired with one of the authoritative text as it stood has the strictest class of all: by its key alone,
 * what is withheld in one language would be published in another.
 */
const writeSections = (transaction: Transaction): Promise<number> => transaction.$executeRaw`
  WITH classed AS (
    SELECT d.path, d.section_classes, COALESCE(
      (SELECT s.locale FROM standing_text s
        WHERE s.document_path = d.path AND s.is_current AND s.locale = ${AUTHORITATIVE_LOCALE}),
      d.source_locale) AS prevailing
    FROM document d
    WHERE d.section_classes <> '{}' OR EXISTS (
      SELECT FROM text_revision r WHERE r.document_path = d.path AND r.declared_section_classes <> '{}')
  ), today AS (
    SELECT c.path, s.locale, o.key, o.hash, o.heading, (c.section_classes ->> o.key)::content_class AS class
    FROM classed c
    JOIN standing_text s ON s.document_path = c.path AND s.is_current
    JOIN text_section o ON o.text_revision_id = s.text_revision_id
  ), ever AS (
    SELECT c.path, e.key, max(e.value::content_class) AS class
    FROM classed c
    JOIN text_revision r ON r.document_path = c.path
    CROSS JOIN LATERAL jsonb_each_text(r.declared_section_classes) AS e (key, value)
    GROUP BY 1, 2
  ), translated AS (
    SELECT r.id, r.document_path AS path, s.is_current IS TRUE AS is_current, (
      SELECT o.id FROM standing_text p JOIN text_revision o ON o.id = p.text_revision_id
      WHERE p.document_path = c.path AND p.locale = c.prevailing
      ORDER BY p.is_current AND s.is_current IS TRUE DESC, o.recorded_at <= r.recorded_at DESC,
        CASE WHEN o.recorded_at <= r.recorded_at THEN o.recorded_at END DESC, o.recorded_at, o.id DESC LIMIT 1
    ) AS original
    FROM classed c
    JOIN text_revision r ON r.document_path = c.path AND r.locale <> c.prevailing
    LEFT JOIN standing_text s ON s.text_revision_id = r.id
  ), unpaired AS (
    SELECT x.id, t.position, CASE WHEN x.is_current
      THEN (SELECT max(e.value::content_class) FROM classed c
        CROSS JOIN LATERAL jsonb_each_text(c.section_classes) AS e (key, value) WHERE c.path = x.path)
      ELSE (SELECT max(e.class) FROM ever e WHERE e.path = x.path) END AS class
    FROM translated x
    JOIN text_section t ON t.text_revision_id = x.id
    WHERE NOT EXISTS (SELECT FROM text_section o WHERE o.text_revision_id = x.original AND o.key = t.key)
      OR t.key LIKE '%.%' AND
        (SELECT count(*) FROM text_section o WHERE o.text_revision_id = x.id
          AND o.key LIKE '%.%' AND split_part(o.key, '.', 1) = split_part(t.key, '.', 1)) <>
        (SELECT count(*) FROM text_section o WHERE o.text_revision_id = x.original
          AND o.key LIKE '%.%' AND split_part(o.key, '.', 1) = split_part(t.key, '.', 1))
  ), wanted AS (
    SELECT t.text_revision_id, t.position, GREATEST(
      r.class,
      u.class,
      (SELECT max(o.class) FROM today o WHERE o.path = r.document_path AND (o.key = t.key
        OR s.is_current IS NOT TRUE AND (o.hash = t.hash OR o.locale = r.locale AND o.heading = t.heading))),
      (SELECT e.class FROM ever e WHERE e.path = r.document_path AND e.key = t.key
        AND s.is_current IS NOT TRUE AND (t.key LIKE '%.%'
          OR NOT EXISTS (SELECT FROM today o WHERE o.path = r.document_path AND o.key = t.key
            AND (o.hash = t.hash OR o.locale = r.locale AND o.heading = t.heading))))
    ) AS class
    FROM text_section t
    JOIN text_revision r ON r.id = t.text_revision_id
    LEFT JOIN standing_text s ON s.text_revision_id = r.id
    LEFT JOIN unpaired u ON u.id = t.text_revision_id AND u.position = t.position
  )
  UPDATE text_section t SET class = w.class FROM wanted w
  WHERE w.text_revision_id = t.text_revision_id AND w.position = t.position AND w.class <> t.class`

/** Words have the class of their section, notes at least that of the document's notes. */
const writeWords = (transaction: Transaction): Promise<number> => transaction.$executeRaw`
  UPDATE text_part p SET class = w.class FROM (
    SELECT p.text_revision_id, p.position,
      GREATEST(t.class, CASE p.kind WHEN 'note' THEN d.note_class END) AS class
    FROM text_part p
    JOIN text_section t ON t.text_revision_id = p.text_revision_id AND t.position = p.section
    JOIN document d ON d.path = t.document_path
    WHERE p.kind <> 'footnote'
  ) w WHERE w.text_revision_id = p.text_revision_id AND w.position = p.position AND w.class <> p.class`

/** A footnote is for those who see what refers to it, and never for more than its own lines are. */
const writeFootnotes = (transaction: Transaction): Promise<number> => transaction.$executeRaw`
  UPDATE text_part p SET class = w.class FROM (
    SELECT p.text_revision_id, p.position, GREATEST(t.class,
      (SELECT min(u.class) FROM text_part u
        WHERE u.text_revision_id = p.text_revision_id AND u.position = ANY (p.used_by))) AS class
    FROM text_part p
    JOIN text_section t ON t.text_revision_id = p.text_revision_id AND t.position = p.section
    WHERE p.kind = 'footnote'
  ) w WHERE w.text_revision_id = p.text_revision_id AND w.position = p.position AND w.class <> p.class`

const writeNotes = (transaction: Transaction): Promise<number> => transaction.$executeRaw`
  UPDATE ledger_note n SET class = GREATEST(l.class, d.note_class)
  FROM ledger_line l JOIN document d ON d.path = l.document_path
  WHERE l.line = n.line AND n.class <> GREATEST(l.class, d.note_class)`

/** What a text says openly of what is withheld in it. */
const writeGaps = (transaction: Transaction): Promise<number> => transaction.$executeRaw`
  WITH withheld AS (
    SELECT r.id, 'section' AS kind, t.position, t.key, t.number, t.class
    FROM text_section t JOIN text_revision r ON r.id = t.text_revision_id AND t.class > r.class
    UNION ALL
    SELECT t.text_revision_id, 'note', t.position, t.key, t.number, max(p.class)
    FROM text_part p
    JOIN text_section t ON t.text_revision_id = p.text_revision_id AND t.position = p.section
    WHERE p.kind = 'note' AND p.class > t.class GROUP BY 1, 2, 3, 4, 5
  ), wanted AS (
    SELECT id, jsonb_agg(jsonb_build_object(
      'kind', kind, 'section', position, 'key', key, 'number', number, 'class', class) ORDER BY position, kind) AS gaps
    FROM withheld GROUP BY id
  )
  UPDATE text_revision r SET gaps = COALESCE(w.gaps, '[]')
  FROM text_revision own LEFT JOIN wanted w ON w.id = own.id
  WHERE r.id = own.id AND own.gaps <> COALESCE(w.gaps, '[]')`

/**
 * Brings the classes of what documents are made of in line: sections, their words, notes. Documents and texts have
 * theirs already.
 * @returns how many rows it changed
 */
export async function writePartClasses(transaction: Transaction): Promise<number> {
  const changed = [
    await writeSections(transaction),
    await writeWords(transaction),
    await writeFootnotes(transaction),
    await writeNotes(transaction),
    await writeGaps(transaction),
  ]
  return changed.reduce((sum, count) => sum + count, 0)
}
