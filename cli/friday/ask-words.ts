import { parseWords } from '#cli/recording/read-options.ts'
import { EXPECTED_WORDS, type LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Ask } from './ask.ts'

const LANGUAGES = [
  ['ka', 'in Georgian, which prevails'],
  ['en', 'in English'],
] as const

const check = (text: string): string | null =>
  text.trim() === '' || parseWords(text) !== null ? null : `Expected ${EXPECTED_WORDS}.`

/** Words in Georgian and in English; null where they need not be given and none are. */
export async function askWords(ask: Ask, question: string, isNeeded: boolean): Promise<LocalizedText | null> {
  for (;;) {
    const texts: { ka?: string; en?: string } = {}
    for (const [locale, language] of LANGUAGES) {
      const words = parseWords(await ask.write(`${question} (${language}; empty: none)`, '', check))
      if (words !== null) texts[locale] = words
    }
    if (Object.keys(texts).length > 0) return texts
    if (!isNeeded) return null
    ask.tell('This has to be said in at least one of the languages.')
  }
}
