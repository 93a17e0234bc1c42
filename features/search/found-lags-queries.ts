import { localeOf } from '#features/document/document-rows.ts'
import { textsAsOf } from '#features/document/revision-rules.ts'
import { readStates } from '#features/document/section-states-queries.ts'
import { driftsOf, type KeptTexts } from '#features/document/shown-section-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { authoritativeLocale } from '#features/localization/authority-rules.ts'
import { behindOf, statesByKey } from '#features/localization/drift-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

type Lag = Pick<AuthoredText, 'behind'>

/** What is found of documents, beside its words. */
export interface FoundDocuments {
  /** The languages that documents were first written in, by path. */
  readonly sources: ReadonlyMap<string, TextLocale>
  /** How far a section of a document in a language is behind the one that prevails. */
  readonly lagOf: (path: string, key: string, lang: TextLocale) => Lag
}

const readDocuments = async (paths: readonly string[]) =>
  (await viewDatabase()).document.findMany({
    where: { path: { in: [...paths] } },
    select: {
      path: true,
      sourceLocale: true,
      revisions: {
        where: { standing: { isNot: null } },
        select: { id: true, locale: true, recordedAt: true, standing: { select: { isCurrent: true } } },
      },
    },
  })

const readSections = async (ids: readonly number[], keys: readonly string[]) =>
  (await viewDatabase()).textSection.findMany({
    where: { textRevisionId: { in: [...ids] }, key: { in: [...keys] } },
    select: { textRevisionId: true, key: true, anchor: true, state: true, baseState: true },
  })

type SectionRow = Awaited<ReturnType<typeof readSections>>[number]

/** The texts of a document as a day ended; null where none stood. */
function standingOf(row: Awaited<ReturnType<typeof readDocuments>>[number], asOf: AsOf) {
  const stubs = row.revisions.map(({ standing, ...stub }) => ({
    ...stub,
    locale: localeOf(stub.locale),
    isCurrent: standing?.isCurrent === true,
  }))
  const texts = textsAsOf(stubs, asOf).byLocale
  const source = localeOf(row.sourceLocale)
  const prevailing = authoritativeLocale([...texts.keys()], source)
  return {
    path: row.path,
    source,
    prevailing,
    texts,
    until: texts.get(prevailing)?.recordedAt ?? new Date(0),
  }
}

type Standing = ReturnType<typeof standingOf>

const keptOf = (
  { texts, prevailing, source }: Standing,
  byText: ReadonlyMap<number, readonly SectionRow[]>,
): KeptTexts => ({
  prevailing,
  source,
  byLocale: new Map(
    [...texts].map(([lang, { id }]) => [lang, new Map((byText.get(id) ?? []).map(row => [row.key, row]))]),
  ),
})

/** The source and the lags of documents as a day ended, in some of their sections. */
export async function readFoundDocuments(
  paths: readonly string[],
  keys: readonly string[],
  asOf: AsOf,
): Promise<FoundDocuments> {
  const standing = (await readDocuments(paths)).map(row => standingOf(row, asOf))
  const ids = standing.flatMap(({ texts }) => [...texts.values()].map(({ id }) => id))
  const byText = Map.groupBy(await readSections(ids, keys), ({ textRevisionId }) => textRevisionId)
  const translated = standing.filter(({ texts }) => texts.size > 1)
  const said = Map.groupBy(await readStates(translated, keys), ({ path }) => path)
  const documents = new Map(
    standing.map(one => [
      one.path,
      {
        kept: keptOf(one, byText),
        states: statesByKey((said.get(one.path) ?? []).filter(({ since }) => since <= one.until)),
      },
    ]),
  )
  return {
    sources: new Map(standing.map(({ path, source }) => [path, source])),
    lagOf: (path, key, lang) => {
      const document = documents.get(path)
      if (!document?.kept.byLocale.get(lang)?.has(key)) return {}
      const drift = driftsOf([{ key, lang }], document.kept, document.states).get(key) ?? null
      const behind = drift === null ? 0 : behindOf(drift)
      return behind === 0 ? {} : { behind }
    },
  }
}
