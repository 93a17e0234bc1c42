import type { Snippet } from '#features/search/search-model.ts'

/** A snippet as one line, its marks left out. */
export const snippetText = ({ pieces }: Snippet): string => pieces.map(({ text }) => text).join('')
