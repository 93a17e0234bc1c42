import type { SectionState } from '#features/localization/drift-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** A state of a section of an authoritative text, and the first revision that has it. */
export interface StoredState extends SectionState {
  readonly path: string
  readonly state: number
  readonly revision: number
}

interface Asked {
  readonly path: string
  readonly prevailing: TextLocale
}

/** What became of some sections of documents' authoritative texts, the oldest states first. */
export async function readStates(
  documents: readonly Asked[],
  keys: readonly string[],
): Promise<StoredState[]> {
  if (documents.length === 0 || keys.length === 0) return []
  return (await viewDatabase()).$queryRaw<StoredState[]>`
    SELECT path, key, state, since, revision FROM (
      SELECT r.document_path AS path, t.key, t.state, r.recorded_at AS since, r.id AS revision,
        lag(t.state) OVER (PARTITION BY r.document_path, t.key ORDER BY r.recorded_at, r.id) AS before
      FROM unnest(${documents.map(({ path }) => path)}::text[], ${documents.map(({ prevailing }) => prevailing)}::text[])
        AS asked (path, locale)
      JOIN standing_text s ON s.document_path = asked.path AND s.locale = asked.locale
      JOIN text_revision r ON r.id = s.text_revision_id
      JOIN text_section t ON t.text_revision_id = r.id AND t.key = ANY (${[...keys]}::text[])
    ) AS states WHERE before IS DISTINCT FROM state ORDER BY since, revision`
}
