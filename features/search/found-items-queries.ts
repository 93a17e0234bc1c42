import type { Status } from '#features/checklist/status-model.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import { termPath } from '#features/glossary/glossary-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { authoritativeLocale, authorityOf, shownLocale } from '#features/localization/authority-rules.ts'
import { AUTHORITATIVE_LOCALE, type Locale, type TextLocale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Candidate } from '#features/search/candidate-model.ts'
import { documentItem, sectionKeyOf, workstreamItem } from '#features/search/document-entries-rules.ts'
import { type FoundDocuments, readFoundDocuments } from '#features/search/found-lags-queries.ts'
import {
  type ItemTitle,
  numberedKey,
  readBodies,
  readNotePlaces,
  readTitles,
} from '#features/search/item-queries.ts'
import { keysOfWord } from '#features/search/lexeme-rules.ts'
import type { RankedItem } from '#features/search/rank-rules.ts'
import type { SearchItem, Snippet } from '#features/search/search-model.ts'
import { snippetOf } from '#features/search/snippet-rules.ts'
import { readStems } from '#features/search/stem-queries.ts'
import { inquiriesOf, inquiryKey } from '#features/search/stem-rules.ts'
import { TERM } from '#features/search/term-entries-rules.ts'

/** What says how a page's items are called. */
interface Naming extends FoundDocuments {
  readonly titles: ReadonlyMap<string, readonly ItemTitle[]>
  readonly locale: Locale
}

/** The item whose title a note, which has none, is called by. */
const titledItem = ({ kind, item, documentPath, number }: Candidate): string =>
  kind === 'note' && documentPath !== null && number !== null ? workstreamItem(documentPath, number) : item

/** The languages that an item's document has, and the one it was first written in; a term has no document. */
function sourceOf({ item, documentPath: path }: Candidate, { titles, sources }: Naming) {
  const locales = (titles.get(path === null ? item : documentItem(path)) ?? []).map(({ lang }) => lang)
  const source: TextLocale = path === null ? AUTHORITATIVE_LOCALE : (sources.get(path) ?? 'en')
  return { locales, source }
}

/** The same of the words themselves: a note has languages of its own, and the rule of localized-text-rules.ts. */
function sourceOfWords(best: Candidate, naming: Naming) {
  if (best.kind !== 'note') return sourceOf(best, naming)
  const locales = (naming.titles.get(best.item) ?? []).map(({ lang }) => lang)
  const source = shownLocale(AUTHORITATIVE_LOCALE, locales, AUTHORITATIVE_LOCALE) ?? AUTHORITATIVE_LOCALE
  return { locales, source }
}

/** Key of the section that an item of a document is, or is called by. */
const keyOf = (item: string, number: number | null): string =>
  number !== null && !item.startsWith('document:') ? `w-${number}` : (sectionKeyOf(item) ?? TOP)

/** How far an item's words or title in a language are behind those that prevail. */
const lagOf = (item: string, { documentPath, number }: Candidate, lang: TextLocale, naming: Naming) =>
  documentPath === null ? {} : naming.lagOf(documentPath, keyOf(item, number), lang)

/** A title in the reader's language or the nearest there is, and the text that has it. */
function titleOf(
  item: string,
  best: Candidate,
  naming: Naming,
): { text: AuthoredText; anchor: string | null } | null {
  const own = naming.titles.get(item) ?? []
  const { locales, source } = sourceOf(best, naming)
  const lang = shownLocale(
    naming.locale,
    own.map(title => title.lang),
    source,
  )
  const found = own.find(title => title.lang === lang)
  if (!found || !lang) return null
  return {
    text: {
      text: found.title,
      lang,
      authority: authorityOf(lang, locales, source),
      ...lagOf(item, best, lang, naming),
    },
    anchor: found.anchor,
  }
}

/** Says which words of texts were found, and remembers by which keys. */
async function markerOf(keys: ReadonlySet<string>, texts: readonly { body: string; lang: string | null }[]) {
  const inquiries = texts.flatMap(({ body, lang }) => inquiriesOf(body, lang))
  const stemOf = await readStems([...new Map(inquiries.map(one => [inquiryKey(one), one])).values()])
  const marked = new Map<string, readonly string[]>()
  const isMatch = (word: string, lang: string | null): boolean => {
    const found = keysOfWord(word, lang, stemOf).filter(key => keys.has(key))
    if (found.length > 0) marked.set(word.toLowerCase(), found)
    return found.length > 0
  }
  return { marked, isMatch }
}

function snippetIn(
  best: Candidate,
  body: string,
  naming: Naming,
  isMatch: (word: string) => boolean,
): Snippet {
  const { lang } = best
  const { locales, source } = sourceOfWords(best, naming)
  return {
    ...(lang === null || best.kind === 'note' ? {} : lagOf(best.item, best, lang, naming)),
    pieces: snippetOf(body, isMatch),
    lang,
    authority: lang === null ? null : authorityOf(lang, locales, source),
    prevailing: lang === null ? null : authoritativeLocale(locales, source),
  }
}

/** @param place of a note in the history of its workstream: the part of it that begins there is shown */
function pathOf(
  { kind, item, documentPath, number }: Candidate,
  anchor: string | null,
  place: number | undefined,
): string {
  if (kind === 'run') {
    const [environment = '', runId = ''] = item.slice('run:'.length).split('/')
    return runPath(environment as Environment, runId)
  }
  if (kind === 'term') return termPath(item.slice(TERM.length))
  const document = `/docs/${documentPath}`
  if (kind === 'workstream') return `${document}/${number}`
  if (kind === 'note')
    return `${document}/${number}${place === undefined ? '' : `?before=${place + 1}`}#history`
  return kind === 'section' && anchor !== null ? `${document}#${anchor}` : document
}

/**
 * Items as a page shows them: named in the reader's language, quoted in that of the match; and the words that are marked,
 * with their keys.
 */
export async function describeItems(
  items: readonly RankedItem[],
  statuses: ReadonlyMap<string, Status>,
  keys: ReadonlySet<string>,
  locale: Locale,
  asOf: AsOf,
): Promise<{ items: SearchItem[]; marked: ReadonlyMap<string, readonly string[]> }> {
  if (items.length === 0) return { items: [], marked: new Map() }
  const paths = [...new Set(items.flatMap(({ best }) => best.documentPath ?? []))]
  const notes = items.map(({ best }) => best).filter(({ kind }) => kind === 'note')
  const named = [
    ...items.map(({ best }) => titledItem(best)),
    ...paths.map(documentItem),
    ...notes.map(({ item }) => item),
  ]
  const keyed = new Set([TOP, ...items.map(({ best }) => keyOf(best.item, best.number))])
  const [titles, bodies, places, documents] = await Promise.all([
    readTitles([...new Set(named)], asOf),
    readBodies(items.map(({ best }) => best.id)),
    readNotePlaces(notes),
    readFoundDocuments(paths, [...keyed], asOf),
  ])
  const texts = items.map(({ best }) => ({ body: bodies.get(best.id) ?? '', lang: best.lang }))
  const { isMatch, marked } = await markerOf(keys, texts)
  const naming = { titles: Map.groupBy(titles, ({ item }) => item), locale, ...documents }
  const described = items.map(({ best, languages }): SearchItem => {
    const { documentPath, number, kind } = best
    const title = titleOf(titledItem(best), best, naming)
    const { locales, source } = sourceOf(best, naming)
    const body = bodies.get(best.id) ?? ''
    const status =
      documentPath === null || number === null ? null : statuses.get(numberedKey({ documentPath, number }))
    return {
      kind,
      path: pathOf(best, title?.anchor ?? null, places.get(best.item)),
      title: title?.text ?? { verbatim: best.item.split('/').at(-1) ?? best.item },
      document:
        documentPath === null || kind === 'document'
          ? null
          : (titleOf(documentItem(documentPath), best, naming)?.text ?? null),
      prevailing: locales.length > 0 ? authoritativeLocale(locales, source) : null,
      number,
      status: status ?? null,
      category: best.categoryCode,
      languages,
      snippet: body === '' ? null : snippetIn(best, body, naming, word => isMatch(word, best.lang)),
    }
  })
  return { items: described, marked }
}
