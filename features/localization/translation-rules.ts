import type { TextSection } from '#features/document/text-section-model.ts'
import type { SectionState, StateName } from '#features/localization/drift-model.ts'
import { driftOf } from '#features/localization/drift-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type {
  SectionTranslation,
  Translation,
  TranslationState,
} from '#features/localization/translation-model.ts'

type Heading = Pick<TextSection, 'key' | 'heading'>

/** From which states the sections of a text were made, by their keys. */
type Base = ReadonlyMap<string, StateName>

function stateOf({ missing, behind, unpaired, unsaid }: Translation['counts']): TranslationState {
  if (missing > 0) return 'missing'
  if (behind > 0) return 'behind'
  if (unpaired > 0) return 'unpaired'
  return unsaid > 0 ? 'unsaid' : 'complete'
}

/** The sections of a text and of its translation, section by section. */
function translated(
  authoritative: readonly Heading[],
  own: readonly Heading[],
  base: Base,
  states: ReadonlyMap<string, readonly SectionState[]>,
): SectionTranslation[] {
  const keys = new Set(authoritative.map(({ key }) => key))
  const byKey = new Map(own.map(section => [section.key, section]))
  return [...authoritative, ...own.filter(({ key }) => !keys.has(key))].map(({ key, heading }) => {
    const section = byKey.get(key)
    const drift = driftOf(base.get(key) ?? null, keys.has(key) ? (states.get(key) ?? []) : [])
    return { key, heading: section?.heading ?? heading, drift: section ? drift : null }
  })
}

/**
 * How a document is translated into a language.
 * @param text null where it has no text in that language
 * @param states of the authoritative text's sections, the oldest first
 */
export function translationOf(
  { path, locale }: { readonly path: string; readonly locale: TextLocale },
  authoritative: readonly Heading[],
  text: { readonly sections: readonly Heading[]; readonly base: Base } | null,
  states: ReadonlyMap<string, readonly SectionState[]>,
): Translation {
  const sections = translated(authoritative, text?.sections ?? [], text?.base ?? new Map(), states)
  const counts = { current: 0, behind: 0, unsaid: 0, unpaired: 0, missing: 0 }
  for (const { drift } of sections) counts[drift?.kind ?? 'missing'] += 1
  return { path, locale, state: stateOf(counts), counts, sections }
}
