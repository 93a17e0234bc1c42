import type { Term } from '#features/glossary/glossary-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import { termEntries } from '#features/search/term-entries-rules.ts'
import type { HeldEntry } from '#features/search/write-entries-ingest.ts'

/** What search is to know of the glossary, which is of no day: it says what words mean, whenever they were written. */
export async function readTermEntries(transaction: Transaction): Promise<HeldEntry[]> {
  const rows = await transaction.glossaryTerm.findMany({ orderBy: { position: 'asc' } })
  return rows.flatMap(({ id, code, linked, name, definition }) =>
    termEntries({
      id,
      linked,
      ...(code === null ? {} : { code }),
      name: name as Term['name'],
      definition: definition as Term['definition'],
    }).map((entry): HeldEntry => ({ entry, spans: [[0, null]], isCurrent: true, class: 'PUBLIC' })),
  )
}
