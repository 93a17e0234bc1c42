import { foldWord } from '#features/search/fold-rules.ts'
import { type Script, scriptOf } from '#features/search/script-rules.ts'
import { wordsOf } from '#features/search/word-rules.ts'

/** PostgreSQL's Snowball dictionaries for languages of the portal. There is none for Georgian. */
export const DICTIONARIES = [
  'english_stem',
  'turkish_stem',
  'russian_stem',
  'armenian_stem',
  'arabic_stem',
] as const
export type Dictionary = (typeof DICTIONARIES)[number]

/** The stem of a word in small letters; null for a stop word, and for one that was not asked for. */
export type StemOf = (dictionary: Dictionary, word: string) => string | null

const BY_SCRIPT: Partial<Record<Script, Dictionary>> = {
  cyrillic: 'russian_stem',
  armenian: 'armenian_stem',
  arabic: 'arabic_stem',
}

/** Which dictionaries know a word in these letters. @param lang of its text; null where it may be any */
export function dictionariesOf(script: Script, lang: string | null): Dictionary[] {
  const own = BY_SCRIPT[script]
  if (own) return [own]
  if (lang === null) return ['english_stem', 'turkish_stem']
  return [lang === 'tr' ? 'turkish_stem' : 'english_stem']
}

/** The forms in which a dictionary is asked for a word: with diacritics, as the language has it, and without. */
export function stemmable(word: string): string[] {
  const small = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0307ـ'’ʼ]/g, '')
  return [...new Set([small, foldWord(word)])]
}

/** A dictionary, and a word to ask it for. */
export type Inquiry = readonly [Dictionary, string]

/** What the dictionaries must be asked for before the words of a text can be looked up. */
export const inquiriesOf = (text: string, lang: string | null): Inquiry[] =>
  wordsOf(text).flatMap(({ text: word }) => {
    const script = scriptOf(word)
    if (script === 'georgian') return []
    return dictionariesOf(script, lang).flatMap(dictionary =>
      stemmable(word).map((form): Inquiry => [dictionary, form]),
    )
  })

export const inquiryKey = ([dictionary, word]: Inquiry): string => `${dictionary} ${word}`
