import { wordsOf } from '#features/search/word-rules.ts'

/** Words of a part: few enough to be ranked and to be marked in no time. */
const LENGTH = 1000

/** A text in parts of a bounded number of words; at least one. */
export function partsOf(text: string): string[] {
  const words = wordsOf(text)
  if (words.length <= LENGTH) return [text]
  const starts = words.flatMap(({ start }, at) => (at > 0 && at % LENGTH === 0 ? [start] : []))
  return [0, ...starts].map((start, at) => text.slice(start, starts[at]))
}
