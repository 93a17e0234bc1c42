import { isOwnerRole, type Role } from '#features/access/role-model.ts'
import { readDocumentHash } from '#features/checklist/document-hash-queries.ts'
import type { OwnWork } from '#features/checklist/own-work-model.ts'
import { ownedBy } from '#features/checklist/own-work-rules.ts'
import { readChecklists } from '#features/checklist/visible-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** What somebody's roles own in every checklist as a day ended; null where they hold no owner role. */
export async function readOwnWork(
  held: readonly Role[],
  locale: Locale,
  asOf: AsOf,
): Promise<OwnWork | null> {
  const roles = held.filter(isOwnerRole)
  if (roles.length === 0) return null
  const begun = await readChecklists(locale, asOf)
  const owned = (begun === 'no-record-yet' ? [] : begun).flatMap(checklist => {
    const workstreams = ownedBy(checklist.workstreams, roles)
    return workstreams.length > 0 ? [{ checklist, workstreams }] : []
  })
  const checklists = await Promise.all(
    owned.map(async own => ({
      ...own,
      ...(asOf.isToday ? { expected: await readDocumentHash(own.checklist.document.path) } : {}),
    })),
  )
  return { roles, checklists }
}
