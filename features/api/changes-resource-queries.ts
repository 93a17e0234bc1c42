import type { ChangesResource } from '#features/api/changes-resource-model.ts'
import { changesBody, parseAskedSpan } from '#features/api/changes-resource-rules.ts'
import { envelopeOf, withheldResource } from '#features/api/envelope-rules.ts'
import { Refusal } from '#features/api/problem-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { findPath, noRecordYet, notFound } from '#features/api/resource-queries.ts'
import { asOfEnd, readChecklistChanges } from '#features/checklist/changes-queries.ts'
import { readTextChanges } from '#features/document/text-changes-queries.ts'
import { readWithheld } from '#features/document/withheld-queries.ts'
import { readPortal } from '#features/portal/portal-queries.ts'

/** What changed in a checklist between the days that the query names. */
export async function readChangesResource(
  wish: Wish,
  id: string,
  { searchParams, pathname }: URL,
): Promise<ChangesResource | Refusal> {
  const span = parseAskedSpan(searchParams, wish)
  if (span instanceof Refusal) return span
  const [portal, path, withheld] = await Promise.all([readPortal(), findPath(id), readWithheld()])
  const found = path === null ? null : await readChecklistChanges(path, span, wish.locale, wish.asOf)
  if (path === null || found === null) return notFound('checklist', id)
  if (found === 'no-record-yet') return noRecordYet({ asOf: asOfEnd(span, wish.asOf) })
  const texts = await readTextChanges(span, wish.locale, asOfEnd(span, wish.asOf), path)
  const { code } = found.checklist.document.category
  return {
    ...envelopeOf(wish, portal),
    ...changesBody(found, texts, span, wish, pathname),
    withheld: withheld.filter(({ place }) => place === code).map(withheldResource),
  }
}
