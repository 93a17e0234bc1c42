import { LRUCache } from 'lru-cache'
import { AUTHORITATIVE_LOCALE, isLocale, LOCALES, type Locale } from '#features/localization/locale-model.ts'
import { parseWishes } from '#server/wishes.ts'

/** The best of our languages by a reader's `Accept-Language` (RFC 9110, 12.5.4); null where none of them fits. */
export function wishedLocale(acceptLanguage: string | undefined): Locale | null {
  if (acceptLanguage === undefined) return null
  const known = wished.get(acceptLanguage)
  if (known !== undefined) return known.locale
  const locale = wishIn(acceptLanguage)
  wished.set(acceptLanguage, { locale })
  return locale
}

/** Readers' programs say one of some things. */
const wished = new LRUCache<string, { readonly locale: Locale | null }>({ max: 500 })

function wishIn(acceptLanguage: string): Locale | null {
  const wishes = parseWishes(acceptLanguage)
    .filter(wish => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { value } of wishes) {
    const match = LOCALES.find(locale => locale === value.split('-')[0])
    if (match) return match
  }
  return null
}

/** The language to answer a reader in whose address names none: Georgian where nothing fits. */
export const preferredLocale = (acceptLanguage: string | undefined): Locale =>
  wishedLocale(acceptLanguage) ?? AUTHORITATIVE_LOCALE

/** The language an address is in, or null. */
export function localeOfPath(path: string): Locale | null {
  const first = path.split('/')[1] ?? ''
  return isLocale(first) ? first : null
}
