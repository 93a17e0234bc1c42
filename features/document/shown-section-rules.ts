import type { ComposedText, Gap } from '#features/document/composed-text-model.ts'
import type { ShownSection } from '#features/document/document-view-model.ts'
import { sectionSources } from '#features/document/section-source-rules.ts'
import { takeAnchor } from '#features/document/slug-rules.ts'
import type { TextSection } from '#features/document/text-section-model.ts'
import { authorityOf } from '#features/localization/authority-rules.ts'
import type { Drift, SectionState, StateName } from '#features/localization/drift-model.ts'
import { driftOf } from '#features/localization/drift-rules.ts'
import { type ShownKey, shownSections } from '#features/localization/fallback-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'

/** A section as the portal keeps it of a text. */
interface KeptSection extends Pick<TextSection, 'key' | 'anchor'> {
  /** Null where the reader may not read it. */
  readonly state: StateName | null
  /** Of a translation: the state of the authoritative section that it says it was made from. */
  readonly baseState: StateName | null
  /** Whether the reader may not read it: then neither state is known. */
  readonly isWithheld?: boolean
}

/** The sections of a text by their keys, in its order: those that the reader may read, and places of the others. */
export function keptSections(
  rows: readonly (KeptSection & { readonly position: number })[],
  gaps: readonly Gap[],
): ReadonlyMap<string, KeptSection> {
  const seen = new Set(rows.map(({ position }) => position))
  const withheld = gaps
    .filter(({ kind, section }) => kind === 'section' && !seen.has(section))
    .map(({ section: position, key }) => ({
      position,
      key,
      state: null,
      anchor: key,
      baseState: null,
      isWithheld: true,
    }))
  return new Map(
    [...rows, ...withheld].toSorted((a, b) => a.position - b.position).map(section => [section.key, section]),
  )
}

/** The sections of a document's texts by language and key, in the order of each, and which text prevails. */
export interface KeptTexts {
  readonly byLocale: ReadonlyMap<TextLocale, ReadonlyMap<string, KeptSection>>
  readonly prevailing: TextLocale
  /** The language it was first written in. */
  readonly source: TextLocale
}

/** What a reader who asked for a language is shown, section by section. */
export const planOf = (asked: TextLocale, { byLocale, source }: KeptTexts): ShownKey[] =>
  shownSections(asked, new Map([...byLocale].map(([locale, own]) => [locale, [...own.keys()]])), source)

const baseOf = ({ byLocale }: KeptTexts, { key, lang }: ShownKey): StateName | null =>
  byLocale.get(lang)?.get(key)?.baseState ?? null

const presentOf = ({ byLocale, prevailing }: KeptTexts, { key }: ShownKey): KeptSection | null =>
  byLocale.get(prevailing)?.get(key) ?? null

/** Keys of what was made from another state than the present one: what became of these must be asked for. */
export const earlierKeys = (plan: readonly ShownKey[], texts: KeptTexts): string[] =>
  plan
    .filter(shown => {
      const base = baseOf(texts, shown)
      return base !== null && base !== presentOf(texts, shown)?.state
    })
    .map(({ key }) => key)

/**
 * How each section stands to the one that prevails; null of words that prevail.
 * @param states of the sections of the prevailing text that `earlierKeys` names, up to the one that stands
 */
export function driftsOf<State extends SectionState>(
  plan: readonly ShownKey[],
  texts: KeptTexts,
  states: ReadonlyMap<string, readonly State[]>,
): ReadonlyMap<string, Drift<State> | null> {
  const locales = [...texts.byLocale.keys()]
  const driftAt = (shown: ShownKey): Drift<State> | null => {
    if (authorityOf(shown.lang, locales, texts.source) === 'authoritative') return null
    // Of words that the reader may not read there is nothing to say.
    if (texts.byLocale.get(shown.lang)?.get(shown.key)?.isWithheld) return null
    const base = baseOf(texts, shown)
    const present = presentOf(texts, shown)
    if (!present) return { kind: 'unpaired' }
    if (base === null) return { kind: 'unsaid' }
    return base === present.state ? { kind: 'current' } : driftOf(base, states.get(shown.key) ?? [])
  }
  return new Map(plan.map(shown => [shown.key, driftAt(shown)]))
}

/** Anchors that are no other section's; those of the page's own language stay as they are. */
function anchored(sections: readonly ShownSection[], main: TextLocale): ShownSection[] {
  const taken = new Map<string, number>()
  for (const { lang, anchor } of sections) if (lang === main) taken.set(anchor, 1)
  return sections.map(section =>
    section.lang === main ? section : { ...section, anchor: takeAnchor(section.anchor, taken) },
  )
}

/**
 * The sections that a reader is shown, each with its words and what they count for. The title is no section: `top` is
 * one only where words stand before the first heading.
 * @param main the language that most of the page is in
 */
export function sectionsShown(
  plan: readonly ShownKey[],
  standings: ReadonlyMap<string, SectionStanding>,
  written: ReadonlyMap<TextLocale, Pick<ComposedText, 'markdown' | 'sections'>>,
  texts: KeptTexts,
  main: TextLocale,
): ShownSection[] {
  const byLocale = new Map(
    [...written].map(([locale, { markdown, sections }]) => {
      const sources = sectionSources(sections, markdown)
      return [
        locale,
        new Map(sections.map((section, index) => [section.key, { section, source: sources[index] ?? '' }])),
      ]
    }),
  )
  const shown = plan.flatMap((each): ShownSection[] => {
    const found = byLocale.get(each.lang)?.get(each.key)
    const standing = standings.get(each.key)
    if (!found || !standing) return []
    const prevailingAnchor = presentOf(texts, each)?.anchor ?? null
    return [{ ...found.section, ...standing, markdown: found.source, prevailingAnchor }]
  })
  return anchored(shown, main)
}
