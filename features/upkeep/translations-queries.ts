import type { OpenedDocument } from '#features/document/opened-document-queries.ts'
import { readStates } from '#features/document/section-states-queries.ts'
import type { Translation } from '#features/localization/translation-model.ts'
import { translationOf } from '#features/localization/translation-rules.ts'
import { baseOf, earlierKeys, type KeptSection, statesOf } from '#features/upkeep/kept-section-rules.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Texts of one query, as many as fit its limit of time with room. */
const AT_ONCE = 500

/** Without their words. */
const SECTION = {
  textRevisionId: true,
  key: true,
  heading: true,
  state: true,
  baseState: true,
} as const

/** The sections of texts in their order, by the ids of the texts. */
async function readSections(ids: readonly number[]): Promise<ReadonlyMap<number, KeptSection[]>> {
  const rows: (KeptSection & { textRevisionId: number })[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    rows.push(
      ...(await (
        await viewDatabase()
      ).textSection.findMany({
        where: { textRevisionId: { in: ids.slice(from, from + AT_ONCE) } },
        orderBy: [{ textRevisionId: 'asc' }, { position: 'asc' }],
        select: SECTION,
      })),
    )
  return Map.groupBy(rows, row => row.textRevisionId)
}

/**
 * How the texts of documents that do not prevail stand to those that do, as `mza translations status` tells it of files;
 * by path.
 */
export async function readTranslations(
  opened: readonly OpenedDocument[],
): Promise<ReadonlyMap<string, readonly Translation[]>> {
  const translated = opened.filter(({ texts }) => texts.size > 1)
  const sections = await readSections(
    translated.flatMap(({ texts }) => [...texts.values()].map(({ id }) => id)),
  )
  const documents = translated.map(({ head, texts }) => {
    const prevailing = texts.get(head.standing.authoritativeLocale)
    return {
      path: head.path,
      prevailing: head.standing.authoritativeLocale,
      until: prevailing?.recordedAt ?? new Date(0),
      authoritative: (prevailing && sections.get(prevailing.id)) ?? [],
      others: [...texts.values()]
        .filter(text => text !== prevailing)
        .map(({ id, locale }) => ({ locale, own: sections.get(id) ?? [] })),
    }
  })
  const keysOf = new Map(documents.map(each => [each, earlierKeys(each.authoritative, each.others)]))
  const behind = documents.filter(each => (keysOf.get(each)?.length ?? 0) > 0)
  const said = Map.groupBy(
    await readStates(behind, [...new Set([...keysOf.values()].flat())]),
    ({ path }) => path,
  )
  return new Map(
    documents.map(({ path, until, authoritative, others }) => {
      const states = statesOf(authoritative, said.get(path) ?? [], until)
      const translations = others.map(({ locale, own }) =>
        translationOf({ path, locale }, authoritative, { sections: own, base: baseOf(own) }, states),
      )
      return [path, translations]
    }),
  )
}
