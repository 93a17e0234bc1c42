import type { AuthoredText } from '#features/localization/authority-model.ts'

/** A sentence of the interface's words with words of the content in it. */
export type Phrase = readonly (string | AuthoredText)[]

export const phraseText = (phrase: Phrase): string =>
  phrase.map(piece => (typeof piece === 'string' ? piece : piece.text)).join('')
