/** A word, and where in its text it stands, in UTF-16 units. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Apostrophes belong to a word: they tell ejectives apart in the national transliteration (`mzadq'opna`). */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}ـ]*(?:['’ʼ][\p{L}\p{M}]+)*['’ʼ]?/gu

/** A Georgian ending that a hyphen joins to a word in other letters, as in `DLQ-ის`: no word of its own. */
const JOINED_ENDING = /(?<=[A-Za-z0-9`][-–‑])[\u10D0-\u10FF]{1,6}(?![\u10D0-\u10FF])/g

/** Identifiers: parts joined by what no sentence joins words with, e.g. `mint.requested`, `SRE_LEAD`, `dlq-complete`. */
const CODE = /[\p{L}\p{N}]+(?:[._:@/=-]+[\p{L}\p{N}]+)+/gu

/** A text without the endings that hyphens join to words in other letters. */
export const withoutJoinedEndings = (text: string): string => text.replace(JOINED_ENDING, '')

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  const endings = new Set([...text.matchAll(JOINED_ENDING)].map(({ index }) => index))
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    endings.has(index) ? [] : [{ text: word, start: index, end: index + word.length }],
  )
}

const LONGEST_CODE = 200

/** An identifier as it is compared: small letters. */
export const codeKey = (code: string): string => code.normalize('NFC').toLowerCase().slice(0, LONGEST_CODE)

/** The identifiers of a text, as they are compared. A path is one, and so is each of its parts that is one by itself. */
export function codesOf(text: string): string[] {
  const whole = [...withoutJoinedEndings(text).matchAll(CODE)].map(([code]) => code)
  const parts = whole.flatMap(code => code.split(/[/=@:]/).filter(part => /[._-]/.test(part)))
  return [...new Set([...whole, ...parts].map(codeKey))]
}
