import type { ComparedSection, ComparedTexts } from '#features/document/compared-texts-model.ts'
import type { ShownSection } from '#features/document/document-view-model.ts'
import { factDifferences } from '#features/document/fact-difference-rules.ts'
import { mergedKeys } from '#features/localization/fallback-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** The language to compare with one: that asked for, else the prevailing one, else English, else whatever there is. */
export function comparedWith(
  asked: TextLocale | null,
  shown: TextLocale,
  locales: readonly TextLocale[],
  prevailing: TextLocale,
): TextLocale | null {
  const others = locales.filter(locale => locale !== shown)
  const wishes = [prevailing, 'en' as const, ...others].filter(locale => others.includes(locale))
  return asked !== null && asked !== shown ? asked : (wishes[0] ?? null)
}

/**
 * Two texts of a document section against section, in the order of the prevailing one.
 * @param order keys of the prevailing text
 */
export function alignSections(
  order: readonly string[],
  sides: readonly [readonly ShownSection[], readonly ShownSection[]],
): ComparedSection[] {
  const [a, b] = sides.map(own => new Map(own.map(section => [section.key, section])))
  const keys = sides.reduce<readonly string[]>(
    (all, own) =>
      mergedKeys(
        all,
        own.map(({ key }) => key),
      ),
    order,
  )
  return keys.flatMap(key => {
    const pair = [a?.get(key) ?? null, b?.get(key) ?? null] as const
    const [first, second] = pair
    if (!first && !second) return []
    return [{ key, sides: pair, differences: first && second ? factDifferences([first, second]) : [] }]
  })
}

/** The sections about a workstream alone, with what the trackers of the two texts state differently of it. */
export function withCellsOf(compared: ComparedTexts, number: number): ComparedTexts {
  const cells = compared.sections
    .flatMap(({ differences }) => differences)
    .filter(difference => difference.kind === 'cell' && difference.row === number)
  const own = compared.sections.filter(({ sides }) => sides.some(side => side?.number === number))
  const sections = own.map((section, index) =>
    index === 0 ? { ...section, differences: [...section.differences, ...cells] } : section,
  )
  return { ...compared, sections }
}
