/** Languages a text of the content may be written in. */
export const TEXT_LOCALES = ['ka', 'en', 'ru', 'tr', 'hy', 'ar'] as const
export type TextLocale = (typeof TEXT_LOCALES)[number]

/** Languages of the interface, the authoritative one first. A new one is its messages file and its line here. */
export const LOCALES = ['ka', 'en'] as const satisfies readonly TextLocale[]
export type Locale = (typeof LOCALES)[number]

export const AUTHORITATIVE_LOCALE: Locale = 'ka'

export const isTextLocale = (value: string): value is TextLocale =>
  (TEXT_LOCALES as readonly string[]).includes(value)

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value)
