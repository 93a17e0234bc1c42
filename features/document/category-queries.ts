import { categoryOf } from '#features/document/document-rows.ts'
import type { Category } from '#features/document/document-view-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** The categories in the order of the portal. */
export async function readCategories(): Promise<Category[]> {
  const rows = await (await viewDatabase()).category.findMany({ orderBy: { position: 'asc' } })
  return rows.map(categoryOf)
}
