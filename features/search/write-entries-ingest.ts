import type { ContentClass } from '#features/access/class-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { SearchEntry } from '#features/search/entry-model.ts'
import { multirange, type Span } from '#features/search/held-rules.ts'
import { partsOf } from '#features/search/part-rules.ts'
import { inquiriesOf } from '#features/search/stem-rules.ts'
import type { Stems } from '#features/search/stems-ingest.ts'
import { vectorOf } from '#features/search/vector-rules.ts'

/** Rows that go to the server at once. */
const CHUNK = 500

/** An entry, when it stood, and who may see it. */
export interface HeldEntry {
  readonly entry: SearchEntry
  readonly spans: readonly Span[]
  readonly isCurrent: boolean
  readonly class: ContentClass
}

const rowsOf = ({ entry, spans, isCurrent, class: kind }: HeldEntry, stems: Stems) =>
  partsOf(entry.body).map((body, part) => ({
    item: entry.item,
    kind: entry.kind,
    lang: entry.lang,
    part,
    document_path: entry.documentPath,
    category_code: entry.categoryCode,
    number: entry.number,
    anchor: entry.anchor,
    title: entry.title,
    body,
    is_current: isCurrent,
    held: multirange(spans),
    vector: vectorOf({ ...entry, body }, stems.stemOf),
    class: kind,
  }))

/** Adds entries to what search looks at. */
export async function writeEntries(
  transaction: Transaction,
  entries: readonly HeldEntry[],
  stems: Stems,
): Promise<void> {
  await stems.learn(
    entries.flatMap(({ entry }) =>
      inquiriesOf([entry.title, entry.body, ...entry.names].join(' '), entry.lang),
    ),
  )
  const rows = entries.flatMap(entry => rowsOf(entry, stems))
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = JSON.stringify(rows.slice(start, start + CHUNK))
    await transaction.$executeRaw`
      INSERT INTO search_text
        (item, kind, lang, part, document_path, category_code, number, anchor, title, body, is_current, held, vector, class)
      SELECT item, kind, lang, part, document_path, category_code, number, anchor, title, body, is_current,
        held::tstzmultirange, vector::tsvector, class::content_class
      FROM jsonb_to_recordset(${chunk}::jsonb) AS row
        (item text, kind text, lang text, part int, document_path text, category_code text, number int, anchor text,
          title text, body text, is_current boolean, held text, vector text, class text)`
  }
}
