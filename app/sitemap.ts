import type { MetadataRoute } from 'next'
import { readWorkstreamAddresses } from '#features/checklist/checklist-queries.ts'
import { readDocumentPaths } from '#features/document/document-queries.ts'
import { readNewestRunPaths } from '#features/evidence/run-paths-queries.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import { PART_PATHS } from '#features/portal/part-model.ts'
import { gateEnvironment } from '#server/env.ts'

export const dynamic = 'force-dynamic'

/** A sitemap holds 50,000 addresses and 50 MB (sitemaps.org), and a page has a kilobyte here. */
const PAGES = 40_000

/** Older runs are found from `/evidence`. */
const RUNS = 2000

/** Every page a guest may open, once, with its address in every language, but for those of older runs and of records. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [documents, workstreams, runs] = await Promise.all([
    readDocumentPaths(),
    readWorkstreamAddresses(),
    readNewestRunPaths(new Date(), RUNS),
  ])
  const paths = [
    ...PART_PATHS,
    '/glossary',
    ...[...documents].map(path => `/docs/${path}`),
    ...runs,
    ...workstreams.map(path => `/docs/${path}`),
  ].slice(0, PAGES)
  const address = (locale: string, path: string) => `${gateEnvironment().origin}/${locale}${path}`
  return paths.map(path => ({
    url: address(LOCALES[0], path),
    alternates: { languages: Object.fromEntries(LOCALES.map(locale => [locale, address(locale, path)])) },
  }))
}
