import { hiddenFrom } from '#features/access/class-rules.ts'
import { currentScope } from '#features/access/current-scope.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** How many documents, sections and notes of which classes the categories withhold from whoever is asking. */
export async function readWithheld(): Promise<Withheld[]> {
  const [scope, database] = [await currentScope(), await viewDatabase()]
  const rows = await database.withheld.findMany({
    where: { class: { in: hiddenFrom(scope) } },
    orderBy: [{ place: 'asc' }, { kind: 'asc' }, { class: 'asc' }],
  })
  return rows.map(row => ({ ...row, kind: row.kind as Withheld['kind'] }))
}

/** The same of documents alone. */
export const readWithheldDocuments = async (): Promise<Withheld[]> =>
  (await readWithheld()).filter(({ kind }) => kind === 'document')
