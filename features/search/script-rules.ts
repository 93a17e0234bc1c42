export type Script = 'georgian' | 'latin' | 'cyrillic' | 'armenian' | 'arabic' | 'other'

const LETTERS: readonly (readonly [Script, RegExp])[] = [
  ['georgian', /\p{Script=Georgian}/u],
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['armenian', /\p{Script=Armenian}/u],
  ['arabic', /\p{Script=Arabic}/u],
]

/** The script of a word: of a word in several, the first of these that it has. */
export const scriptOf = (word: string): Script =>
  LETTERS.find(([, letters]) => letters.test(word))?.[0] ?? 'other'
