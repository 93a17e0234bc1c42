import type { Term } from '#features/glossary/glossary-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** The terms as the glossary has them now, in its order. */
export async function readTerms(): Promise<Term[]> {
  const rows = await (await viewDatabase()).glossaryTerm.findMany({ orderBy: { position: 'asc' } })
  return rows.map(({ id, code, linked, name, definition }) => ({
    id,
    linked,
    ...(code === null ? {} : { code }),
    name: name as Term['name'],
    definition: definition as Term['definition'],
  }))
}
