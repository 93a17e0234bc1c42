import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { Prisma } from '#prisma/client/client.ts'

/** The text of each document and language that stood as a day ended (path, locale, id), as `textsAsOf` chooses it. */
export const standingTexts = ({ day, isToday }: AsOf): Prisma.Sql =>
  isToday ? CURRENT : stoodBy(endOfDay(day))

const CURRENT = Prisma.sql`
  SELECT document_path AS path, locale, text_revision_id AS id FROM standing_text WHERE is_current`

const stoodBy = (end: Date): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (path, locale) path, locale, id FROM (
    SELECT s.document_path AS path, s.locale, r.id, r.recorded_at, r.recorded_at <= ${end} AS stood,
      bool_or(r.recorded_at <= ${end}) OVER (PARTITION BY s.document_path) AS has_stood
    FROM standing_text s JOIN text_revision r ON r.id = s.text_revision_id
    WHERE EXISTS (SELECT FROM standing_text c
      WHERE c.document_path = s.document_path AND c.locale = s.locale AND c.is_current)) AS known
  WHERE stood OR NOT has_stood
  ORDER BY path, locale, CASE WHEN stood THEN recorded_at END DESC, CASE WHEN stood THEN id END DESC, recorded_at, id`
