import { isDeepStrictEqual } from 'node:util'
import type { Term } from '#features/glossary/glossary-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'

/** Brings the terms in line with the file. Returns how many rows it changed. */
export async function writeGlossary(transaction: Transaction, terms: readonly Term[]): Promise<number> {
  const rows = await transaction.glossaryTerm.findMany({ orderBy: { position: 'asc' } })
  const wanted = terms.map((term, at) => ({
    id: term.id,
    position: at + 1,
    code: term.code ?? null,
    linked: term.linked,
    name: term.name,
    definition: term.definition,
  }))
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(rows)), JSON.parse(JSON.stringify(wanted)))) return 0
  await transaction.glossaryTerm.deleteMany()
  await transaction.glossaryTerm.createMany({ data: wanted })
  return Math.max(rows.length, wanted.length)
}
