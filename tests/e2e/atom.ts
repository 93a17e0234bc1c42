import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom'

export interface Entry {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly updated: string
  readonly published: string
  readonly href: string
  readonly content: Element
}

const within = (parent: Element, name: string): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeName === name)

const textIn = (parent: Element, name: string): string => within(parent, name)[0]?.textContent ?? ''

/** A feed as an XML parser reads it; throws where it is not well-formed. */
export function atomIn(text: string) {
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    text,
    'application/xml',
  ).documentElement
  if (root?.localName !== 'feed' || root.namespaceURI !== 'http://www.w3.org/2005/Atom')
    throw new Error('not an Atom feed')
  return {
    lang: root.getAttribute('xml:lang'),
    id: textIn(root, 'id'),
    title: textIn(root, 'title'),
    updated: textIn(root, 'updated'),
    rights: textIn(root, 'rights'),
    author: textIn(root, 'author'),
    links: Object.fromEntries(
      within(root, 'link').map(link => [link.getAttribute('rel'), link.getAttribute('href')]),
    ),
    entries: within(root, 'entry').map((entry): Entry => {
      const [content] = within(entry, 'content')
      if (!content) throw new Error('an entry without content')
      return {
        id: textIn(entry, 'id'),
        kind: within(entry, 'category')[0]?.getAttribute('term') ?? '',
        title: textIn(entry, 'title'),
        updated: textIn(entry, 'updated'),
        published: textIn(entry, 'published'),
        href: within(entry, 'link')[0]?.getAttribute('href') ?? '',
        content,
      }
    }),
  }
}
