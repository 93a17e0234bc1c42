import {
  AUTHORITATIVE_LOCALE,
  isLocale,
  isTextLocale,
  LOCALES,
  type Locale,
} from '#features/localization/locale-model.ts'
import type { Address } from '#server/address.ts'
import { parseWishes } from '#server/wishes.ts'

/**
 * The language to answer a reader in whose address names none: the best of ours by `Accept-Language`
 * (RFC 9110, 12.5.4), Georgian where nothing fits.
 */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wishes = parseWishes(acceptLanguage)
    .filter(wish => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { value } of wishes) {
    const match = LOCALES.find(locale => locale === value.split('-')[0])
    if (match) return match
  }
  return AUTHORITATIVE_LOCALE
}

/** The language an address is in, or null. */
export function localeOfPath(path: string): Locale | null {
  const first = path.split('/')[1] ?? ''
  return isLocale(first) ? first : null
}

/**
 * Whether an address is the older portal's `/{locale}/docs?doc=…` or `/{locale}/{workspace}/docs?doc=…` in a language
 * that it had and the interface does not have yet.
 */
export function isLegacyElsewhere({ path, search }: Address): boolean {
  const [, language = ''] = /^\/([a-z]{2})(?:\/[a-z-]+)?\/docs$/.exec(path) ?? []
  return isTextLocale(language) && !isLocale(language) && new URLSearchParams(search).has('doc')
}
