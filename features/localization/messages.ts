import type { AbstractIntlMessages } from 'next-intl'
import type { Locale } from '#features/localization/locale-model.ts'
import type authoritative from '#messages/ka.json'

/** Keys and arguments of the interface's words, as the authoritative language has them. */
export type Messages = typeof authoritative

/** The interface's words, one file a language. */
export const MESSAGES: Record<Locale, () => Promise<AbstractIntlMessages>> = {
  ka: async () => (await import('#messages/ka.json')).default,
  en: async () => (await import('#messages/en.json')).default,
}
