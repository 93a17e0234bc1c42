import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Candidate } from '#features/search/candidate-model.ts'
import { standing } from '#features/search/candidate-queries.ts'
import { noteHash } from '#features/search/note-entries-rules.ts'
import { textTable } from '#features/search/scope-tables-queries.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** What an item is called in a language, and where it stands on the page of its document there. */
export interface ItemTitle {
  readonly item: string
  readonly lang: TextLocale
  readonly title: string
  readonly anchor: string | null
}

/** The titles of items in every language, as a day ended. */
export const readTitles = async (items: readonly string[], asOf: AsOf): Promise<ItemTitle[]> =>
  (await viewDatabase()).$queryRaw<ItemTitle[]>`
    SELECT item, lang, title, anchor FROM ${await textTable()}
    WHERE item = ANY (${items}::text[]) AND part = 0 AND lang IS NOT NULL AND ${standing(asOf)}
    ORDER BY item, lang`

/** The words of texts by their rows. */
export async function readBodies(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await (await viewDatabase()).$queryRaw<{ id: string; body: string }[]>`
    SELECT id::text AS id, body FROM ${await textTable()} WHERE id = ANY (${ids}::bigint[])`
  return new Map(rows.map(({ id, body }) => [id, body]))
}

/** Where notes stand in the histories of their workstreams, by their items; the oldest line is 1. */
export async function readNotePlaces(
  notes: readonly Pick<Candidate, 'item' | 'documentPath'>[],
): Promise<ReadonlyMap<string, number>> {
  if (notes.length === 0) return new Map()
  const rows = await (await viewDatabase()).$queryRaw<{ item: string; place: number }[]>`
    SELECT item, (SELECT count(*)::int FROM ledger_line l
      WHERE l.document_path = own.document_path AND l.workstream = own.workstream
        AND (l.recorded_at, l.rank) <= (own.recorded_at, own.rank)) AS place
    FROM unnest(${notes.map(({ item }) => item)}::text[], ${notes.map(({ documentPath }) => documentPath)}::text[],
      ${notes.map(({ item }) => noteHash(item))}::text[]) AS asked (item, path, hash)
    JOIN ledger_line own ON own.document_path = asked.path AND own.shown_hash = asked.hash`
  return new Map(rows.map(({ item, place }) => [item, place]))
}

export interface Numbered {
  readonly documentPath: string
  readonly number: number
}

export const numberedKey = ({ documentPath, number }: Numbered): string => `${documentPath}/${number}`

/** Statuses of workstreams as a day ended: of the ledger; before its first line, and without one, of the table. */
export async function readStatuses(
  workstreams: readonly Numbered[],
  { day }: AsOf,
): Promise<ReadonlyMap<string, Status>> {
  if (workstreams.length === 0) return new Map()
  const end = endOfDay(day)
  const rows = await (await viewDatabase()).$queryRaw<(Numbered & { status: Status | null })[]>`
    SELECT path AS "documentPath", number, COALESCE(
      (SELECT l.status FROM ledger_line l
        WHERE l.document_path = path AND l.workstream = number AND l.kind <> 'confirm' AND l.recorded_at <= ${end}
        ORDER BY l.recorded_at DESC, l.rank DESC LIMIT 1),
      (SELECT t.status FROM tracker_row t JOIN text_revision r ON r.id = t.text_revision_id
        JOIN standing_text s ON s.text_revision_id = r.id
        WHERE t.document_path = path AND t.number = asked.number
        ORDER BY r.recorded_at <= ${end} DESC, CASE WHEN r.recorded_at <= ${end} THEN r.recorded_at END DESC,
          r.recorded_at, r.id LIMIT 1)
    )::text AS status
    FROM unnest(${workstreams.map(({ documentPath }) => documentPath)}::text[],
      ${workstreams.map(({ number }) => number)}::int[]) AS asked (path, number)`
  return new Map(rows.flatMap(row => (row.status === null ? [] : [[numberedKey(row), row.status] as const])))
}
