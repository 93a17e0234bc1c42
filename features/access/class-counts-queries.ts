import type { ClassCounts, Classed } from '#features/access/class-counts-model.ts'
import { CLASSED } from '#features/access/class-counts-model.ts'
import { CONTENT_CLASSES, type ContentClass } from '#features/access/class-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { Prisma } from '#prisma/client/client.ts'
import { createRevisionMemory } from '#prisma/revision-memory.ts'

type Counts = Readonly<Record<Classed, ClassCounts>>

interface Row {
  readonly kind: Classed
  readonly class: ContentClass
  readonly count: number
}

const remember = createRevisionMemory<Counts>(2 * SCOPES.length, () => 1)

/** How much of each kind there is of each class, as far as the reader may see it: an admin sees all. */
export const readClassCounts = (): Promise<Counts> =>
  remember('', { read: database => [database.$queryRaw<Row[]>(COUNTS)], of: countsOf })

const COUNTS = Prisma.sql`
  SELECT 'documents' AS kind, class, count(*)::int FROM document
    WHERE path IN (SELECT document_path FROM standing_text WHERE is_current) GROUP BY class
  UNION ALL SELECT 'sections', class, count(*)::int FROM text_section
    WHERE text_revision_id IN (SELECT text_revision_id FROM standing_text WHERE is_current) GROUP BY class
  UNION ALL SELECT 'lines', class, count(*)::int FROM ledger_line
    WHERE document_path IN (SELECT document_path FROM standing_text WHERE is_current) GROUP BY class
  UNION ALL SELECT 'runs', class, count(*)::int FROM evidence_run
    WHERE id IN (SELECT run FROM standing_run) GROUP BY class`

function countsOf(rows: readonly Row[]): Counts {
  const count = (kind: Classed, of: ContentClass) =>
    rows.find(row => row.kind === kind && row.class === of)?.count ?? 0
  const counts = (kind: Classed) =>
    Object.fromEntries(CONTENT_CLASSES.map(of => [of, count(kind, of)])) as ClassCounts
  return Object.fromEntries(CLASSED.map(kind => [kind, counts(kind)])) as Counts
}
