import { envelopeOf } from '#features/api/envelope-rules.ts'
import type { GlossaryResource } from '#features/api/glossary-resource-model.ts'
import { termResources } from '#features/api/glossary-resource-rules.ts'
import type { Wish } from '#features/api/request-rules.ts'
import { readTerms } from '#features/glossary/glossary-queries.ts'
import { readPortal } from '#features/portal/portal-queries.ts'

export async function readGlossaryResource(wish: Wish): Promise<GlossaryResource> {
  const [portal, terms] = await Promise.all([readPortal(), readTerms()])
  return { ...envelopeOf(wish, portal), terms: termResources(terms, wish) }
}
