import type { Feed, FeedEntry } from '#features/feed/feed-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { type Phrase, phraseText } from '#features/localization/phrase-rules.ts'
import { element, type Markup, xmlDocument } from '#features/xml/xml-rules.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const XHTML = 'http://www.w3.org/1999/xhtml'

const markOf = (text: AuthoredText, locale: string): string | Markup =>
  text.lang === locale
    ? text.text
    : element('span', { 'xml:lang': text.lang, ...inLanguage(text.lang) }, text.text)

const piecesOf = (phrase: Phrase, locale: string) =>
  phrase.map(piece => (typeof piece === 'string' ? piece : markOf(piece, locale)))

const isForeign = (phrase: Phrase, locale: string): boolean =>
  phrase.some(piece => typeof piece !== 'string' && piece.lang !== locale)

/** Plain text where that is enough; else XHTML, so that words in another language can say so. */
const titleOf = (title: Phrase, locale: string): Markup =>
  isForeign(title, locale)
    ? element('title', { type: 'xhtml' }, element('div', { xmlns: XHTML }, ...piecesOf(title, locale)))
    : element('title', { type: 'text' }, phraseText(title))

function paragraphOf(phrase: Phrase, { locale, remarkOn }: Feed): Markup {
  const remarks = phrase.flatMap(piece => (typeof piece === 'string' ? [] : (remarkOn(piece) ?? [])))
  return element('p', {}, ...piecesOf(phrase, locale), ...remarks.map(remark => ` (${remark})`))
}

const entryOf = (entry: FeedEntry, feed: Feed): Markup =>
  element(
    'entry',
    {},
    element('id', {}, entry.id),
    titleOf(entry.title, feed.locale),
    element('published', {}, entry.published),
    element('updated', {}, entry.updated),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: feed.locale, href: entry.address }),
    ...(entry.author === null ? [] : [element('author', {}, element('name', {}, entry.author))]),
    element('category', { term: entry.kind }),
    element(
      'content',
      { type: 'xhtml' },
      element(
        'div',
        { xmlns: XHTML },
        ...[entry.title, ...entry.paragraphs].map(paragraph => paragraphOf(paragraph, feed)),
      ),
    ),
  )

/** A feed as Atom (RFC 4287). */
export const atomOf = (feed: Feed): string =>
  xmlDocument(
    element(
      'feed',
      { xmlns: ATOM, 'xml:lang': feed.locale },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.subtitle),
      element('updated', {}, feed.updated),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: feed.locale, href: feed.alternate }),
      element('author', {}, element('name', {}, feed.author)),
      element('rights', {}, feed.rights),
      ...feed.entries.map(entry => entryOf(entry, feed)),
    ),
  )
