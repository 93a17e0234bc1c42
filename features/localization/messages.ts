import type { Locale } from '#features/localization/locale-model.ts'
import type authoritative from '#messages/ka.json'

/** Keys and arguments of the interface's words, as the authoritative language has them. */
export type Messages = typeof authoritative

/** The interface's words in a language: its file. The tests hold every file to the keys and arguments of the source. */
export async function messagesIn(locale: Locale): Promise<Messages> {
  const file: { default: Messages } = await import(`../../messages/${locale}.json`, {
    with: { type: 'json' },
  })
  return file.default
}
