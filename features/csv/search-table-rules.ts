import { behindCell } from '#features/csv/behind-cell-rules.ts'
import type { Cell, Table } from '#features/csv/csv-rules.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import { withheldCount } from '#features/document/withheld-count-rules.ts'
import { withheldWords } from '#features/evidence/withheld-words-rules.ts'
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

/** What was not searched stands where the titles of what was found do. */
const withheldRow = (entry: Withheld, wording: Wording): Cell[] => [
  wording.t('search.csv.withheld'),
  withheldCount(entry, wording),
  ...Array<Cell>(7).fill(null),
  entry.place,
  ...Array<Cell>(7).fill(null),
]

/** A page of what was found, a row each, and then what was not searched. What a text counts for stands after it. */
export function searchTable(
  { items, withheld: records }: SearchFound,
  withheld: readonly Withheld[],
  wording: Wording,
  wish: FileWish,
): Table {
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
      ...withheld.map(entry => withheldRow(entry, wording)),
      ...records.map(part => [t('search.csv.withheld'), withheldWords(part, wording)]),
    ],
  }
}
