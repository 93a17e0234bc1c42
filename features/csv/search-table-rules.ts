import { behindCell } from '#features/csv/behind-cell-rules.ts'
import type { Cell, Table } from '#features/csv/csv-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import { authorityWords } from '#features/localization/standing-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { snippetText } from '#features/search/plain-item-rules.ts'
import type { SearchFound, SearchItem, Snippet } from '#features/search/search-model.ts'

/** Words with their language, what they count for, and how far they are behind. */
const authoredCells = (text: AuthoredText | null, prevailing: TextLocale | null, wording: Wording): Cell[] =>
  text === null
    ? [null, null, null, null]
    : [
        text.text,
        text.lang,
        authorityWords(text.authority, wording, prevailing ?? undefined),
        behindCell(text, wording),
      ]

/** What is in no language counts for nothing. */
function snippetCells(snippet: Snippet | null, wording: Wording): Cell[] {
  if (!snippet) return authoredCells(null, null, wording)
  const { lang, authority, prevailing, pieces: _, ...lag } = snippet
  const text = snippetText(snippet)
  return lang === null || authority === null
    ? [text, null, null, null]
    : authoredCells({ text, lang, authority, ...lag }, prevailing, wording)
}

function rowOf(item: SearchItem, wording: Wording, wish: FileWish): Cell[] {
  const { snippet, title, document, prevailing } = item
  return [
    wording.t(`search.kind.${item.kind}`),
    ...('verbatim' in title ? [title.verbatim, null, null, null] : authoredCells(title, prevailing, wording)),
    ...authoredCells(document, prevailing, wording),
    item.category,
    item.number,
    item.status,
    ...snippetCells(snippet, wording),
    item.languages.join(' '),
    pageAddress(wish, item.path),
  ]
}

/** A page of what was found, a row each. What a text counts for stands after it. */
export function searchTable({ items }: SearchFound, wording: Wording, wish: FileWish): Table {
  const { t } = wording
  const standing = [t('csv.lang'), t('csv.authority'), t('csv.behind')]
  return {
    name: 'search',
    rows: [
      [
        t('search.csv.kind'),
        t('search.csv.title'),
        ...standing,
        t('csv.document'),
        ...standing,
        t('csv.category'),
        t('csv.number'),
        t('csv.statusCode'),
        t('search.csv.snippet'),
        ...standing,
        t('csv.languages'),
        t('csv.address'),
      ],
      ...items.map(item => rowOf(item, wording, wish)),
    ],
  }
}
