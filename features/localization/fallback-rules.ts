import { authoritativeLocale, shownLocale } from '#features/localization/authority-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** A section, and the language that a reader is shown it in. */
export interface ShownKey {
  readonly key: string
  readonly lang: TextLocale
}

/** Where numbers and counts of sections put a key; one of an author's own goes where its text has it. */
function rankOf(key: string): number {
  const [, number = '0', count = '0'] = /^(?:top|w-(\d+))(?:\.(\d+))?/.exec(key) ?? []
  return Number(number) * 1000 + Number(count)
}

/** Puts keys that only another text has behind those that they follow there, and before those of a higher number. */
export function mergedKeys(keys: readonly string[], others: readonly string[]): string[] {
  const all = [...keys]
  for (const [index, key] of others.entries()) {
    if (all.includes(key)) continue
    let at = all.indexOf(others[index - 1] ?? '') + 1
    while (at < all.length && !others.includes(all[at] ?? '') && rankOf(all[at] ?? '') < rankOf(key)) at += 1
    all.splice(at, 0, key)
  }
  return all
}

/**
 * The sections of a document as a reader who asked for a language is shown them: those of the authoritative text in its
 * order, with what the text nearest to the language asked for, the English one and the source have besides; each in that
 * language, else in English, the source, Georgian.
 * @param texts keys of each text's sections, in their order
 */
export function shownSections(
  asked: TextLocale,
  texts: ReadonlyMap<TextLocale, readonly string[]>,
  source: TextLocale,
): ShownKey[] {
  const locales = [...texts.keys()].toSorted()
  const main = shownLocale(asked, locales, source)
  const inOrder = [authoritativeLocale(locales, source), main, 'en', source] as const
  const keys = inOrder.reduce<string[]>(
    (all, locale) => mergedKeys(all, (locale && texts.get(locale)) ?? []),
    [],
  )
  return keys.flatMap(key => {
    const having = locales.filter(locale => texts.get(locale)?.includes(key))
    const lang = shownLocale(asked, having, source)
    return lang ? [{ key, lang }] : []
  })
}
