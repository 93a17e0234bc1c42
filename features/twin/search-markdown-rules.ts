import { withheldWords } from '#features/evidence/withheld-words-rules.ts'
import { factWith, listed } from '#features/localization/join-rules.ts'
import { standingWords } from '#features/localization/standing-words-rules.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import type { AskedSearch, SearchFound, SearchItem, SnippetPiece } from '#features/search/search-model.ts'
import { blocks, code, link, listOf, plain } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { withheldPlaces } from '#features/twin/withheld-places-markdown-rules.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

/** `plain` trims what it is given: the spaces around a piece are what parts it from the next. */
function markdownOf({ text, isMatch }: SnippetPiece): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return (before && ' ') + (isMatch ? `**${plain(words)}**` : plain(words)) + (after && ' ')
}

function snippetOf({ snippet }: SearchItem, { wording }: TwinContext): string | null {
  if (!snippet) return null
  const { pieces, lang, authority, prevailing, ...lag } = snippet
  const words = pieces.map(markdownOf).join('').trim()
  return lang === null || authority === null
    ? words
    : `${words} (${plain(standingWords({ text: '', lang, authority, ...lag }, wording, prevailing ?? undefined))})`
}

function entryOf(item: SearchItem, context: TwinContext): string {
  const { wording, wish } = context
  const { title, number, status } = item
  const name = 'verbatim' in title ? code(title.verbatim) : authored(title, wording)
  return [
    factWith(
      wording.t(`search.kind.${item.kind}`),
      link(number === null ? name : `${number}. ${name}`, pageAddress(wish, item.path)),
      wording,
    ),
    ...(item.document ? [authored(item.document, wording)] : []),
    ...(status ? [`${wording.t(`status.${status}`)} ${code(status)}`] : []),
    snippetOf(item, context),
  ]
    .filter(part => part !== null)
    .join(' · ')
}

const notesOn = (
  { total, whole, replaced, isCut, leftOut, withheld }: SearchFound,
  { wording }: TwinContext,
) => [
  ...replaced
    .filter(({ found }) => found.length > 0)
    .map(({ asked, found }) => plain(wording.t('search.replaced', { asked, found: listed(found, wording) }))),
  ...(whole < total ? [wording.t('search.partial', { count: whole })] : []),
  ...(isCut ? [wording.t('search.cut')] : []),
  ...(leftOut > 0 ? [wording.t('search.leftOut', { count: leftOut })] : []),
  ...withheld.map(part => plain(withheldWords(part, wording))),
]

/** A page of what was found, as Markdown. */
export function searchMarkdown({ wish, found, withheld }: AskedSearch, context: TwinContext): string {
  const { t } = context.wording
  const title = `# ${t('search.title')}`
  if (!found) return blocks(title, notices(context), t('search.hint'))
  return blocks(
    title,
    notices(context),
    `## ${plain(t('search.count', { count: found.total, query: wish.text }))}`,
    ...notesOn(found, context),
    found.total === 0 ? t('search.scope') : listOf(found.items.map(item => entryOf(item, context))),
    ...withheldPlaces(t('search.withheld'), withheld, context),
    found.pages > 1 ? t('search.pages.position', { page: wish.page, pages: found.pages }) : null,
  )
}
