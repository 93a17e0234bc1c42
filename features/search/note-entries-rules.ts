import type { SearchEntry } from '#features/search/entry-model.ts'

/** A ledger line, as far as search looks at it: each text by its language. */
export interface SearchedLine {
  readonly documentPath: string
  readonly categoryCode: string
  readonly hash: string
  readonly workstream: number
  readonly by: string
  readonly texts: readonly Readonly<Record<string, string>>[]
}

/** The hash by which readers call the line that an item is a note of. */
export const noteHash = (item: string): string => item.slice(item.lastIndexOf('/') + 1)

/** The words of a ledger line: its note, reason and resolution, in each language that it has any in. */
export function noteEntries(line: SearchedLine): SearchEntry[] {
  const langs = new Set(line.texts.flatMap(text => Object.keys(text)))
  return [...langs].map(lang => ({
    item: `note:${line.documentPath}/${line.workstream}/${line.hash}`,
    kind: 'note',
    lang,
    documentPath: line.documentPath,
    categoryCode: line.categoryCode,
    number: line.workstream,
    anchor: null,
    title: '',
    body: line.texts.flatMap(text => text[lang] ?? []).join(' — '),
    names: [],
    codes: [line.by],
  }))
}
