import { diffLines } from '#features/document/line-diff-rules.ts'

/** Words in their order that went, came, or stayed; `gap` stands for words that stayed and are not repeated. */
export interface WordPiece {
  readonly kind: 'same' | 'removed' | 'added' | 'gap'
  readonly words: string
}

/** Words that are repeated before and after a difference. */
const CONTEXT = 10

const piece = (kind: WordPiece['kind'], words: readonly string[]): WordPiece[] =>
  words.length === 0 ? [] : [{ kind, words: words.join(' ') }]

/** Words that stayed: those near a difference, and a gap where more than a few lie between. */
function stayed(words: readonly string[], isFirst: boolean, isLast: boolean): WordPiece[] {
  const before = isFirst ? 0 : CONTEXT
  const after = isLast ? 0 : CONTEXT
  if (words.length <= before + after + 1) return piece('same', words)
  return [
    ...piece('same', words.slice(0, before)),
    { kind: 'gap', words: '…' },
    ...piece('same', words.slice(words.length - after)),
  ]
}

/**
 * What differs between two states of a text, by words. Nothing where they say the same.
 * @param before one line, its words parted by single spaces
 */
export function diffWords(before: string, after: string): WordPiece[] {
  const words = after.split(' ')
  const hunks = diffLines(before.split(' '), words)
  if (hunks.length === 0) return []
  let told = 0
  const pieces = hunks.flatMap(({ line, removed, added }, index) => {
    const same = stayed(words.slice(told, line - 1), index === 0, false)
    told = line - 1 + added.length
    return [...same, ...piece('removed', removed), ...piece('added', added)]
  })
  return [...pieces, ...stayed(words.slice(told), false, true)]
}
