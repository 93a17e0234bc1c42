import { readStates } from '#features/document/section-states-queries.ts'
import { driftOf, statesByKey } from '#features/localization/drift-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** A text that a list shows, and the one that prevails over it. */
export interface ShownText {
  readonly path: string
  readonly shownId: number
  readonly factsId: number
  readonly prevailing: TextLocale
  /** When the prevailing revision was recorded. */
  readonly until: Date
}

/** How far a text is behind: 0 where it is not, null where that is not known. */
export interface TextLag {
  /** Of its section that is furthest behind. */
  readonly whole: number | null
  readonly title: number | null
}

export const NO_LAG: TextLag = { whole: 0, title: 0 }

interface OutdatedRow {
  readonly shownId: number
  readonly key: string
  readonly base: number | null
  readonly lacks: boolean
}

/** The sections of prevailing texts that those shown lack, or were not made from as they stand. */
const readOutdated = async (texts: readonly ShownText[]) => (await viewDatabase()).$queryRaw<OutdatedRow[]>`
  SELECT shown AS "shownId", a.key, o.base_state AS base, o.key IS NULL AS lacks
  FROM unnest(${texts.map(text => text.shownId)}::int[], ${texts.map(text => text.factsId)}::int[])
    AS asked (shown, facts)
  JOIN text_section a ON a.text_revision_id = facts
  LEFT JOIN text_section o ON o.text_revision_id = shown AND o.key = a.key
  WHERE o.base_state IS DISTINCT FROM a.state`

/** The furthest of some; not known where it is of one, and none is behind for sure. */
function furthest(lags: readonly (number | null)[]): number | null {
  const known = Math.max(0, ...lags.filter(lag => lag !== null))
  return known > 0 || !lags.includes(null) ? known : null
}

/** How far texts are behind those that prevail, by the ids of their revisions; one that is not named is not. */
export async function readLags(texts: readonly ShownText[]): Promise<ReadonlyMap<number, TextLag>> {
  const translated = texts.filter(({ shownId, factsId }) => shownId !== factsId)
  if (translated.length === 0) return new Map()
  // What lacks is shown in another language, so it is not this text that is behind.
  const rows = (await readOutdated(translated)).filter(({ lacks }) => !lacks)
  const byText = Map.groupBy(rows, ({ shownId }) => shownId)
  const behind = translated.filter(({ shownId }) => byText.get(shownId)?.some(({ base }) => base !== null))
  const keys = rows.filter(({ base }) => base !== null).map(({ key }) => key)
  const said = Map.groupBy(await readStates(behind, [...new Set(keys)]), ({ path }) => path)
  return new Map(
    translated.flatMap(({ shownId, path, until }) => {
      const own = byText.get(shownId)
      if (!own) return []
      const states = statesByKey((said.get(path) ?? []).filter(({ since }) => since <= until))
      const lags = own.map(({ key, base }) => {
        const drift = base === null ? null : driftOf(base, states.get(key) ?? [])
        return { key, behind: drift?.kind === 'behind' ? drift.behind : null }
      })
      const title = lags.find(({ key }) => key === 'top')
      return [
        [shownId, { whole: furthest(lags.map(lag => lag.behind)), title: title ? title.behind : 0 }] as const,
      ]
    }),
  )
}
