import { openDocuments } from '#features/document/opened-document-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { readTranslations } from '#features/upkeep/translations-queries.ts'
import { LACKS, type LackCount, type Neglected, type UpkeepPage } from '#features/upkeep/upkeep-model.ts'
import { readUpkeep } from '#features/upkeep/upkeep-queries.ts'
import { lackingPage, neglectOf, pathsLacking } from '#features/upkeep/upkeep-rules.ts'

/** Documents of each lack that the first page names. */
const NAMED = 3

/** Documents by their paths, with what they lacked as a day ended. */
async function readNeglected(
  paths: readonly string[],
  locale: Locale,
  asOf: AsOf,
): Promise<ReadonlyMap<string, Neglected>> {
  const opened = await openDocuments({ path: { in: [...new Set(paths)] } }, locale, asOf)
  const translations = await readTranslations(opened)
  const neglected = opened.flatMap(({ head }) => neglectOf(head, translations.get(head.path) ?? []) ?? [])
  return new Map(neglected.map(each => [each.document.path, each]))
}

/** How many documents lack each thing, and the first of them. */
export async function readLackCounts(locale: Locale, asOf: AsOf): Promise<LackCount[]> {
  const { lacking } = await readUpkeep(locale, asOf)
  const lists = LACKS.map(lack => ({ lack, paths: pathsLacking(lacking, lack) }))
  const first = lists.flatMap(({ paths }) => paths.slice(0, NAMED))
  const neglected = await readNeglected(first, locale, asOf)
  return lists.map(({ lack, paths }) => ({
    lack,
    count: paths.length,
    first: paths.slice(0, NAMED).flatMap(path => neglected.get(path) ?? []),
  }))
}

/** A page of the documents that lack something, from 1; null where there is none such but the first. */
export async function readUpkeepPage(locale: Locale, asOf: AsOf, number: number): Promise<UpkeepPage | null> {
  const { total, lacking } = await readUpkeep(locale, asOf)
  const page = lackingPage(lacking, number)
  if (!page) return null
  const paths = page.listed.map(({ path }) => path)
  const neglected = await readNeglected(paths, locale, asOf)
  return {
    total,
    count: lacking.length,
    neglected: paths.flatMap(path => neglected.get(path) ?? []),
    hasMore: page.hasMore,
  }
}
