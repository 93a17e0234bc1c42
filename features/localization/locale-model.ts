/** Languages a text of the content may be written in. */
export const TEXT_LOCALES = ['ka', 'en', 'ru', 'tr', 'hy', 'ar'] as const
export type TextLocale = (typeof TEXT_LOCALES)[number]

/** Languages of the interface, the authoritative one first. A new one is `messages/<locale>.json` and its place here. */
export const LOCALES = ['ka', 'en', 'ru', 'tr', 'hy', 'ar'] as const satisfies readonly TextLocale[]
export type Locale = (typeof LOCALES)[number]

export const AUTHORITATIVE_LOCALE: Locale = 'ka'

/** Languages whose interface a native speaker has reviewed; the others say on every page that none has. */
const REVIEWED: readonly Locale[] = ['ka', 'en']

export const isReviewed = (locale: Locale): boolean => REVIEWED.includes(locale)

export const isTextLocale = (value: string): value is TextLocale =>
  (TEXT_LOCALES as readonly string[]).includes(value)

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value)
