import type { MetadataRoute } from 'next'
import { readWorkstreamAddresses } from '#features/checklist/checklist-queries.ts'
import { readDocumentPaths } from '#features/document/document-queries.ts'
import { readNewestRunPaths } from '#features/evidence/run-paths-queries.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import { PART_PATHS } from '#features/portal/part-model.ts'
import { gateEnvironment } from '#server/env.ts'

export const dynamic = 'force-dynamic'

/** A sitemap holds 50,000 addresses (sitemaps.org); older runs are found from `/evidence`. */
const RUNS = 2000

/** Every page a guest may open, in every language, but for those of older runs and of records. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [documents, workstreams, runs] = await Promise.all([
    readDocumentPaths(),
    readWorkstreamAddresses(),
    readNewestRunPaths(new Date(), RUNS),
  ])
  const paths = [...PART_PATHS, ...[...documents, ...workstreams].map(path => `/docs/${path}`), ...runs]
  const address = (locale: string, path: string) => `${gateEnvironment().origin}/${locale}${path}`
  return paths.flatMap(path =>
    LOCALES.map(locale => ({
      url: address(locale, path),
      alternates: { languages: Object.fromEntries(LOCALES.map(other => [other, address(other, path)])) },
    })),
  )
}
