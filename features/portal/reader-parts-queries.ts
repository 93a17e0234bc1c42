import type { Reader } from '#features/access/reader-model.ts'
import { actingRoles, scopesOf } from '#features/access/scope-rules.ts'
import { readOwnWork } from '#features/checklist/own-work-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { ReaderParts } from '#features/portal/reader-parts-model.ts'
import { readReviewerPart } from '#features/reviewer/reviewer-part-queries.ts'
import { readAdminPart } from '#features/upkeep/admin-part-queries.ts'

/** What a reader comes for first, as a day ended; null for a guest. */
export async function readReaderParts(
  reader: Reader | null,
  locale: Locale,
  asOf: AsOf,
): Promise<ReaderParts | null> {
  if (reader === null) return null
  const roles = actingRoles(reader)
  const scopes = scopesOf({ scope: reader.scope, roles })
  const [admin, reviewer, own] = await Promise.all([
    scopes.includes('admin') ? readAdminPart(locale, asOf) : null,
    scopes.includes('reviewer') ? readReviewerPart(locale, asOf) : null,
    readOwnWork(roles, locale, asOf),
  ])
  return { admin, reviewer, own }
}
