import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Candidate } from '#features/search/candidate-model.ts'
import { textTable } from '#features/search/scope-tables-queries.ts'
import type { SearchWish } from '#features/search/search-model.ts'
import type { Queries } from '#features/search/tsquery-rules.ts'
import { Prisma } from '#prisma/client/client.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Texts that are ranked at most, whatever was asked for. Those with the words in their title come before others. */
const MOST = { names: 200, title: 300, body: 700 }

/** Weights of D, C, B and A: words, and what the text is called. */
const WEIGHTS = '{0.1, 0.2, 0.6, 1.0}'

/** A query for identifiers that no text has. */
const NO_NAME = "'!'"

/** Texts that stood as a day ended. */
export const standing = ({ isToday, day }: AsOf): Prisma.Sql =>
  isToday ? Prisma.sql`is_current` : Prisma.sql`held @> ${endOfDay(day)}::timestamptz`

const filtered = ({ category, language, status }: SearchWish): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...(category === null ? [] : [Prisma.sql`category_code = ${category}`]),
      ...(language === null ? [] : [Prisma.sql`lang = ${language}`]),
      ...(status === null ? [] : [Prisma.sql`number IS NOT NULL`]),
    ],
    ' AND ',
  )

interface Source {
  readonly query: string | null
  readonly most: number
}

/** The texts that a query leads to, each once, and whether there are more that were not looked at. */
export async function readCandidates(
  queries: Queries,
  need: string | null,
  wish: SearchWish,
  asOf: AsOf,
): Promise<{ candidates: Candidate[]; isCut: boolean }> {
  const given: readonly Source[] = [
    { query: queries.names, most: MOST.names },
    { query: queries.title, most: MOST.title },
    { query: need, most: MOST.body },
  ]
  const sources = given.filter((source): source is Source & { query: string } => source.query !== null)
  if (sources.length === 0) return { candidates: [], isCut: false }
  const names = queries.names ?? NO_NAME
  const table = await textTable()
  // What is computed of a row is computed of those alone that the limit leaves.
  const of = ({ query, most }: { query: string; most: number }) => Prisma.sql`
    (SELECT id::text AS id, item, kind, lang, document_path AS "documentPath", category_code AS "categoryCode", number,
      ts_rank(${WEIGHTS}::float4[], vector, ${queries.rank ?? names}::tsquery, 1)::float8 AS rank,
      (SELECT count(*)::int FROM unnest(${queries.each}::text[]) AS one WHERE vector @@ one::tsquery) AS covered,
      vector @@ ${queries.wholeNames ?? NO_NAME}::tsquery AS "isNamed",
      vector @@ ${names}::tsquery AS "isBegun"
    FROM ${table}
    WHERE vector @@ ${query}::tsquery AND ${standing(asOf)} AND ${filtered(wish)} LIMIT ${most})`
  const found = await (await viewDatabase()).$queryRaw<Candidate[]>(
    Prisma.join(sources.map(of), ' UNION ALL '),
  )
  const rows = [...new Map(found.map(text => [text.id, text])).values()]
  return { candidates: rows, isCut: rows.length >= MOST.body }
}
