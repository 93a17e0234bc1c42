import type { MetadataRoute } from 'next'
import { readWorkstreamAddresses } from '#features/checklist/checklist-queries.ts'
import { readDocumentPaths } from '#features/document/document-queries.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import { PART_PATHS } from '#features/portal/part-model.ts'
import { gateEnvironment } from '#server/env.ts'

export const dynamic = 'force-dynamic'

/** Every page a guest may open, in every language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [documents, workstreams] = await Promise.all([readDocumentPaths(), readWorkstreamAddresses()])
  const paths = [...PART_PATHS, ...[...documents, ...workstreams].map(path => `/docs/${path}`)]
  const address = (locale: string, path: string) => `${gateEnvironment().origin}/${locale}${path}`
  return paths.flatMap(path =>
    LOCALES.map(locale => ({
      url: address(locale, path),
      alternates: { languages: Object.fromEntries(LOCALES.map(other => [other, address(other, path)])) },
    })),
  )
}
