import type { Locale } from '#features/localization/locale-model.ts'
import type authoritative from '#messages/ka.json'

/** Keys and arguments of the interface's words, as the authoritative language has them. */
export type Messages = typeof authoritative

/** The interface's words, one file a language. The tests hold every file to the keys and arguments of the source. */
export const MESSAGES: Record<Locale, () => Promise<Messages>> = {
  ka: async () => (await import('#messages/ka.json', { with: { type: 'json' } })).default,
  en: async () => (await import('#messages/en.json', { with: { type: 'json' } })).default as Messages,
}
