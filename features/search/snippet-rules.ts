import type { SnippetPiece } from '#features/search/search-model.ts'
import { type Word, wordsOf } from '#features/search/word-rules.ts'

/** Characters of a snippet, about. */
const LENGTH = 240
/** Words in which the best place is looked for. */
const SEARCHED = 1000

interface Marked extends Word {
  readonly isMatch: boolean
}

/** Where a stretch of the length of a snippet begins that has the most different words asked for. */
function bestStart(words: readonly Marked[]): number {
  const matches = words.filter(({ isMatch }) => isMatch)
  let best = { start: 0, count: 0 }
  for (const { start } of matches) {
    const within = matches.filter(other => other.start >= start && other.end <= start + LENGTH)
    const count = new Set(within.map(({ text }) => text)).size
    if (count > best.count) best = { start, count }
  }
  return best.start
}

/** Pieces between which nothing is marked twice over: a mark goes on over the gap to the next marked word. */
function piecesOf(text: string, words: readonly Marked[], from: number, to: number): SnippetPiece[] {
  const pieces: SnippetPiece[] = []
  let at = from
  const add = (end: number, isMatch: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMatch })
    at = Math.max(at, end)
  }
  for (const { start, end } of words.filter(word => word.isMatch && word.start >= from && word.end <= to)) {
    add(start, false)
    add(end, true)
  }
  add(to, false)
  return pieces
}

/** The words of a text around the best match, with the matches marked; an ellipsis where it goes on. */
export function snippetOf(text: string, isMatch: (word: string) => boolean): SnippetPiece[] {
  const words = wordsOf(text)
    .slice(0, SEARCHED)
    .map((word): Marked => ({ ...word, isMatch: isMatch(word.text) }))
  const anchor = bestStart(words)
  const wanted = Math.max(0, anchor - LENGTH / 4)
  const from = wanted === 0 ? 0 : (words.find(({ start }) => start >= wanted)?.start ?? 0)
  const ends = words.filter(({ end }) => end > from && end <= from + LENGTH).map(({ end }) => end)
  const isWhole = text.length <= from + LENGTH
  const to = isWhole ? text.length : (ends.at(-1) ?? Math.min(text.length, from + LENGTH))
  const ellipsis = { text: '…', isMatch: false }
  return [...(from > 0 ? [ellipsis] : []), ...piecesOf(text, words, from, to), ...(isWhole ? [] : [ellipsis])]
}
