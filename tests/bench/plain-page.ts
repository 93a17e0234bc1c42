import { type DefaultTreeAdapterMap, parse, serialize } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

/** What a bare page keeps of an element: its meaning, not its looks. */
const ATTRIBUTES = new Set(['lang', 'href', 'charset', 'name', 'content', 'datetime', 'colspan', 'rowspan'])
const NOT_SEEN = /(?:^| )(?:sr-only|hidden)(?: |$)/

/** The same visible text in the same plain elements, without styles, pictures and what is said to machines. */
export function plainPage(html: string): string {
  const document = parse(html)
  strip(document)
  return serialize(document)
}

function strip(node: Node): void {
  if (!('childNodes' in node)) return
  node.childNodes = node.childNodes.filter(isKept)
  for (const child of node.childNodes) {
    if ('attrs' in child) child.attrs = child.attrs.filter(({ name }) => ATTRIBUTES.has(name))
    strip(child)
  }
}

function isKept(node: Node): boolean {
  if (!('attrs' in node)) return node.nodeName !== '#comment'
  const attribute = (name: string) => node.attrs.find(candidate => candidate.name === name)?.value
  if (node.tagName === 'meta') return attribute('charset') !== undefined || attribute('name') === 'viewport'
  return (
    !['link', 'svg', 'script', 'style'].includes(node.tagName) && !NOT_SEEN.test(attribute('class') ?? '')
  )
}
