import { readClassCounts } from '#features/access/class-counts-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { readIngests } from '#features/portal/ingests-queries.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { AdminPart } from '#features/upkeep/admin-part-model.ts'
import { readLackCounts } from '#features/upkeep/neglected-queries.ts'

/** Ingests that the first page tells of; the others have a page of their own. */
const FEW = 3
/** Documents, and runs, that each of them names there. */
const NAMED = 3

/** What an admin comes for, as a day ended. */
export async function readAdminPart(locale: Locale, asOf: AsOf): Promise<AdminPart> {
  const [lacks, ingests, { documents }] = await Promise.all([
    readLackCounts(locale, asOf),
    readIngests(locale, asOf, { page: 1, length: FEW, named: NAMED }),
    readClassCounts(),
  ])
  return { lacks, ingests, documents }
}
