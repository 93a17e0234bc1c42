import { isDeepStrictEqual } from 'node:util'
import type { CategoryPolicy } from '#features/document/category-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'

/** Brings the categories in line with their policies. Returns how many rows it changed. */
export async function writeCategories(
  transaction: Transaction,
  policies: readonly CategoryPolicy[],
): Promise<number> {
  const rows = await transaction.category.findMany()
  const rowOf = new Map(rows.map(row => [row.code, row]))
  let changed = 0
  for (const [index, policy] of policies.entries()) {
    const wanted = { ...policy, position: index + 1 }
    const row = rowOf.get(policy.code)
    if (row && isDeepStrictEqual({ ...row }, { ...wanted })) continue
    await transaction.category.upsert({ where: { code: policy.code }, create: wanted, update: wanted })
    changed += 1
  }
  return changed
}

/** Removes categories that have no policy and never had a document. */
export async function removeCategories(
  transaction: Transaction,
  policies: readonly CategoryPolicy[],
): Promise<number> {
  const { count } = await transaction.category.deleteMany({
    where: { code: { notIn: policies.map(policy => policy.code) }, documents: { none: {} } },
  })
  return count
}
