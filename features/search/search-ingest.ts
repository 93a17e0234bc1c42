import type { Transaction } from '#features/ingest/database-ingest.ts'
import { PROJECTION_VERSION } from '#features/ingest/projection-rules.ts'
import { readDocumentEntries } from '#features/search/document-entries-ingest.ts'
import { readRunEntries } from '#features/search/run-entries-ingest.ts'
import { createStems, type Stems } from '#features/search/stems-ingest.ts'
import { readTermEntries } from '#features/search/term-entries-ingest.ts'
import { writeEntries } from '#features/search/write-entries-ingest.ts'

/** How words become lexemes: one more whenever the same words are to give others. Everything is then written again. */
const SEARCH_VERSION = 2

/** Texts that are read in another way keep their ids, and have other titles, sections and checks. */
const VERSIONS = `${SEARCH_VERSION} ${PROJECTION_VERSION}`

/** Documents whose texts are held at once. */
const CHUNK = 50

/** Sources that are no document: no path is without a slash. */
const RUNS = 'runs'
const TERMS = 'terms'

interface Source {
  readonly source: string
  readonly signature: string
}

/** What each source is like now: whatever changes what search knows of it changes its signature. */
const readSignatures = (transaction: Transaction): Promise<Source[]> => transaction.$queryRaw<Source[]>`
  SELECT d.path AS source, md5(concat_ws(' ', ${VERSIONS}::text, d.category_code,
    string_agg(concat_ws(' ', s.text_revision_id, s.is_current, s.class, r.gaps), ' ' ORDER BY s.text_revision_id),
    (SELECT string_agg(concat_ws(' ', l.shown_hash, l.class, n.class), ' ' ORDER BY l.hash)
      FROM ledger_line l LEFT JOIN ledger_note n ON n.line = l.line WHERE l.document_path = d.path)
  )) AS signature
  FROM document d JOIN standing_text s ON s.document_path = d.path JOIN text_revision r ON r.id = s.text_revision_id
  GROUP BY d.path
  UNION ALL
  SELECT ${RUNS}, md5(concat_ws(' ', ${VERSIONS}::text,
    string_agg(concat_ws(' ', s.run, r.class, j.checks_version, j.replayed), ' ' ORDER BY s.run)))
  FROM standing_run s JOIN evidence_run r ON r.id = s.run LEFT JOIN evidence_judgement j ON j.run = s.run
  UNION ALL
  SELECT ${TERMS}, md5(concat_ws(' ', ${VERSIONS}::text, string_agg(t::text, ' ' ORDER BY t.id))) FROM glossary_term t`

async function writeDocuments(
  transaction: Transaction,
  paths: readonly string[],
  stems: Stems,
): Promise<void> {
  for (let start = 0; start < paths.length; start += CHUNK) {
    const chunk = paths.slice(start, start + CHUNK)
    await writeEntries(transaction, await readDocumentEntries(transaction, chunk), stems)
  }
}

/** The words of each class anew: a text may have taken some of them with it to another class. */
async function writeWords(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`DELETE FROM search_word`
  for (const kind of ['public', 'internal', 'restricted']) {
    await transaction.$executeRaw`
      INSERT INTO search_word (key, texts, class)
      SELECT word, ndoc, upper(${kind})::content_class
      FROM ts_stat(format('SELECT vector FROM search_text_%s', ${kind}::text)) WHERE word ~ '^[^=^#!]'`
  }
}

/**
 * Until PostgreSQL knows how many texts and parts of them there are and which words are common, it reads all of them; and
 * what an index has not sorted in yet, every search looks through.
 */
async function tidy(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`
    ANALYZE search_text, search_word, document, text_revision, standing_text, text_section, text_part`
  await transaction.$queryRaw`
    SELECT gin_clean_pending_list(inhrelid::regclass)::text FROM pg_inherits
    WHERE inhparent IN ('search_text_vector_idx'::regclass, 'search_word_key_idx'::regclass)`
}

/**
 * Brings in line what search knows with what has been written of documents, ledgers and runs.
 * @returns how many sources it wrote anew
 */
export async function writeSearch(transaction: Transaction): Promise<number> {
  const wanted = await readSignatures(transaction)
  const known = await transaction.$queryRaw<Source[]>`SELECT source, signature FROM search_source`
  const signatureOf = new Map(known.map(({ source, signature }) => [source, signature]))
  const present = new Set(wanted.map(({ source }) => source))
  const changed = wanted.filter(({ source, signature }) => signatureOf.get(source) !== signature)
  const gone = known.filter(({ source }) => !present.has(source)).map(({ source }) => source)
  const names = [...gone, ...changed.map(({ source }) => source)]
  if (names.length === 0) return 0
  if (names.includes(RUNS)) await transaction.$executeRaw`DELETE FROM search_text WHERE kind = 'run'`
  if (names.includes(TERMS)) await transaction.$executeRaw`DELETE FROM search_text WHERE kind = 'term'`
  await transaction.$executeRaw`DELETE FROM search_text WHERE document_path = ANY (${names}::text[])`
  await transaction.$executeRaw`DELETE FROM search_source WHERE source = ANY (${names}::text[])`
  const stems = createStems(transaction)
  const paths = changed.map(({ source }) => source).filter(source => source.includes('/'))
  await writeDocuments(transaction, paths, stems)
  if (changed.some(({ source }) => source === RUNS))
    await writeEntries(transaction, await readRunEntries(transaction), stems)
  if (changed.some(({ source }) => source === TERMS))
    await writeEntries(transaction, await readTermEntries(transaction), stems)
  await transaction.$executeRaw`
    INSERT INTO search_source SELECT * FROM unnest(
      ${changed.map(({ source }) => source)}::text[], ${changed.map(({ signature }) => signature)}::text[])`
  await writeWords(transaction)
  await tidy(transaction)
  return names.length
}
