import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { AUTHORITATIVE_LOCALE, type Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { standingTexts } from '#features/upkeep/standing-texts-queries.ts'
import type { Lack, Upkeep } from '#features/upkeep/upkeep-model.ts'
import { lacksOf } from '#features/upkeep/upkeep-rules.ts'
import { Prisma } from '#prisma/client/client.ts'
import { createRevisionMemory } from '#prisma/revision-memory.ts'

type Row = Readonly<Record<Lack, boolean>> & { readonly path: string }

/** Documents of all days and scopes that are remembered together. */
const REMEMBERED = 200_000
const remember = createRevisionMemory<Upkeep>(REMEMBERED, ({ lacking }) => lacking.length + 1)

/**
 * How the documents that the reader may see were kept as a day ended: what `neglectOf` says of each, asked of all of them at
 * once, since reading thousands of documents takes seconds.
 */
export const readUpkeep = (locale: Locale, asOf: AsOf): Promise<Upkeep> =>
  remember(`${locale} ${asOf.day} ${asOf.isToday}`, {
    read: database => [database.$queryRaw<Row[]>(lacksOfAll(locale, asOf))],
    of: (rows: Row[]) => {
      const documents = rows.map(row => ({ path: row.path, lacks: lacksOf(row) }))
      return { total: rows.length, lacking: documents.filter(({ lacks }) => lacks.length > 0) }
    },
  })

/**
 * What each document lacks, in the order of the portal. Facts are those of the text that prevails, else of the one that the
 * asked language shows; what had no record by the day is left out; a translation is complete where its sections say that
 * they were made from those of the prevailing text as they stand, each of them and no other.
 */
function lacksOfAll(locale: Locale, asOf: AsOf): Prisma.Sql {
  const [end, day] = [endOfDay(asOf.day), Prisma.sql`${asOf.day}::date`]
  return Prisma.sql`
    WITH chosen AS MATERIALIZED (${standingTexts(asOf)}),
    kept AS MATERIALIZED (
      SELECT d.path, d.position, d.category_code, count(*) AS texts,
        CASE WHEN bool_or(c.locale = ${AUTHORITATIVE_LOCALE}) THEN ${AUTHORITATIVE_LOCALE} ELSE d.source_locale END AS prevailing,
        CASE WHEN bool_or(c.locale = ${AUTHORITATIVE_LOCALE}) THEN ${AUTHORITATIVE_LOCALE}
          WHEN bool_or(c.locale = d.source_locale) THEN d.source_locale WHEN bool_or(c.locale = ${locale}) THEN ${locale}
          WHEN bool_or(c.locale = 'en') THEN 'en' ELSE min(c.locale) END AS telling
      FROM chosen c JOIN document d ON d.path = c.path GROUP BY d.path),
    said AS MATERIALIZED (
      SELECT text_revision_id AS id, array_agg(key || ' ' || state ORDER BY key) AS states,
        array_agg(key || ' ' || coalesce(base_state::text, '') ORDER BY key) AS bases
      FROM text_section WHERE text_revision_id IN (SELECT id FROM chosen) GROUP BY text_revision_id),
    drifted AS MATERIALIZED (
      SELECT d.path FROM kept d
      JOIN chosen t ON t.path = d.path AND t.locale <> d.prevailing AND d.texts > 1 LEFT JOIN said own ON own.id = t.id
      LEFT JOIN chosen p ON p.path = d.path AND p.locale = d.prevailing LEFT JOIN said prevailing ON prevailing.id = p.id
      WHERE own.bases IS DISTINCT FROM prevailing.states)
    SELECT d.path,
      num_nulls(r.document_id, r.version, r.status, r.owner_role, r.last_review_date, r.next_review_date) > 0
        OR coalesce(r.change_log, '') = '' AND NOT EXISTS (SELECT FROM ledger_line l
          WHERE l.document_path = d.path AND l.kind <> 'baseline' AND l.recorded_at <= ${end}) AS missing,
      coalesce(r.next_review_date < ${day}, false) AS review,
      (r.approved_on <= ${day} AND r.approved_by = ANY (k.approval_authority)) IS NOT TRUE AS approval,
      d.path IN (SELECT path FROM drifted) AS drift
    FROM kept d JOIN chosen c ON c.path = d.path AND c.locale = d.telling
    JOIN text_revision r ON r.id = c.id JOIN category k ON k.code = d.category_code
    WHERE CASE
      WHEN NOT EXISTS (SELECT FROM tracker_row t WHERE t.text_revision_id = r.id) THEN ${hasTextBy(end)}
      WHEN EXISTS (SELECT FROM ledger_line l WHERE l.document_path = d.path) THEN EXISTS (
        SELECT FROM ledger_line l WHERE l.document_path = d.path AND l.recorded_at <= ${end})
      ELSE coalesce(r.last_review_date <= ${day}, ${hasTextBy(end)}) END
    ORDER BY d.position, d.path`
}

/** Whether a document had a text, in whatever language, as a day ended. */
const hasTextBy = (end: Date): Prisma.Sql => Prisma.sql`(r.recorded_at <= ${end} OR EXISTS (
  SELECT FROM standing_text s JOIN text_revision o ON o.id = s.text_revision_id
  WHERE s.document_path = d.path AND o.recorded_at <= ${end}))`
