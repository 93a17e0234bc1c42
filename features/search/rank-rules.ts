import type { TextLocale } from '#features/localization/locale-model.ts'
import type { Candidate } from '#features/search/candidate-model.ts'
import type { Kind } from '#features/search/entry-model.ts'

/** What weighs more among texts that match alike: the whole before its parts, what is decided before what is noted. */
const WEIGHT: Record<Kind, number> = {
  document: 1.15,
  workstream: 1.2,
  section: 1,
  term: 0.9,
  note: 0.85,
  run: 0.8,
}

/** An item, in all the languages that it was found in. */
export interface RankedItem {
  readonly item: string
  readonly score: number
  /** The text to quote: in the reader's language where that matches as well as any. */
  readonly best: Candidate
  readonly languages: readonly TextLocale[]
  /** The most of what was asked for that one of its texts has. */
  readonly covered: number
}

/** Whatever is called by an identifier that was asked for comes first; then what has more of what was asked for. */
const scoreOf = (
  { kind, rank, covered, isNamed, isBegun }: Candidate,
  asked: TextLocale,
  lang: string | null,
) =>
  (isNamed ? 1000 : isBegun ? 500 : 0) + covered * 10 + rank * 10 * WEIGHT[kind] + (lang === asked ? 0.05 : 0)

/** Texts as items, the one that answers best first. */
export function rankItems(candidates: readonly Candidate[], asked: TextLocale): RankedItem[] {
  const byItem = Map.groupBy(candidates, ({ item }) => item)
  const items = [...byItem].map(([item, texts]): RankedItem => {
    const scored = texts
      .map(text => ({ text, score: scoreOf(text, asked, text.lang) }))
      .toSorted((a, b) => b.score - a.score || Number(a.text.id) - Number(b.text.id))
    const [first] = scored
    if (!first) throw new Error('An item has at least one text.')
    const own = scored.find(({ text }) => text.lang === asked && text.covered >= first.text.covered)
    const covered = Math.max(...texts.map(text => text.covered))
    const languages = [...new Set(texts.flatMap(({ lang }) => lang ?? []))].toSorted()
    return { item, score: first.score, best: own?.text ?? first.text, languages, covered }
  })
  return items.toSorted((a, b) => b.score - a.score || (a.item < b.item ? -1 : 1))
}
