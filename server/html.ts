import { type DefaultTreeAdapterMap, parse, parseFragment, serialize } from 'parse5'
import { inLanguage } from '#features/localization/direction-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { STATUS_META } from '#features/portal/page-status-model.ts'
import type { StyleSheets } from '#server/style-sheets.ts'

type Node = DefaultTreeAdapterMap['node']
type ChildNode = DefaultTreeAdapterMap['childNode']
type Element = DefaultTreeAdapterMap['element']

export interface CleanPage {
  readonly html: string
  /** The status the page asked for, if it did. */
  readonly status: number | null
}

/**
 * A rendered page without anything that would run (scripts, their preloads, comments that only scripts read), and with
 * its style sheets in it.
 */
export function cleanPage(html: string, styles: Pick<StyleSheets, 'textAt'>): CleanPage {
  const document = parse(html)
  const status = { value: null as number | null }
  prune(document, status)
  dress(document, styles)
  return { html: serialize(document), status: status.value }
}

/** A page that leads to itself in another language, in the words of that language, before its other notices. */
export function insertOffer(html: string, offered: Locale, address: string, words: string): string {
  const document = parse(html)
  const notices = find(document, 'aside')
  const { childNodes } = parseFragment('<p class="language-offer"><a></a></p>')
  const [offer] = childNodes
  const link = offer && find(offer, 'a')
  if (!notices || !offer || !link) return html
  link.attrs = Object.entries({ href: address, hreflang: offered, ...inLanguage(offered) }).map(
    ([name, value]) => ({ name, value }),
  )
  link.childNodes.push({ nodeName: '#text', value: words, parentNode: link })
  notices.childNodes.unshift(offer)
  return serialize(document)
}

/** A page with a notice at the beginning of its content: whoever skips to the content meets it first. */
export function insertNotice(html: string, words: string): string {
  const document = parse(html)
  const main = find(document, 'main')
  const { childNodes } = parseFragment('<p role="status" class="age-notice"></p>')
  const [notice] = childNodes
  if (!main || !notice || !('childNodes' in notice)) return html
  notice.childNodes.push({ nodeName: '#text', value: words, parentNode: notice })
  main.childNodes.unshift(notice)
  return serialize(document)
}

function find(node: Node, tagName: string): Element | null {
  if (!('childNodes' in node)) return null
  for (const child of node.childNodes) {
    const found = 'tagName' in child && child.tagName === tagName ? child : find(child, tagName)
    if (found) return found
  }
  return null
}

function prune(node: Node, status: { value: number | null }): void {
  if (!('childNodes' in node)) return
  node.childNodes = node.childNodes.filter(child => {
    const asked = statusOf(child)
    if (asked !== null) status.value = asked
    return asked === null && isKept(child)
  })
  for (const child of node.childNodes) prune(child, status)
}

/** Puts each style sheet in the place of its link: no page waits for a second answer before it can be painted. */
function dress(node: Node, styles: Pick<StyleSheets, 'textAt'>): void {
  if (!('childNodes' in node)) return
  for (const child of node.childNodes) {
    const text = isSheet(child) ? styles.textAt(attribute(child, 'href') ?? '') : undefined
    if (!isSheet(child) || text === undefined) dress(child, styles)
    else {
      child.nodeName = child.tagName = 'style'
      child.attrs = []
      child.childNodes = [{ nodeName: '#text', value: text, parentNode: child }]
    }
  }
}

const isSheet = (node: ChildNode): node is Element =>
  'tagName' in node && node.tagName === 'link' && attribute(node, 'rel') === 'stylesheet'

function isKept(node: ChildNode): boolean {
  if (node.nodeName === '#comment' || node.nodeName === 'script') return false
  if (!('tagName' in node)) return true
  if (node.tagName === 'link') return !isScriptPreload(node)
  if (node.tagName === 'meta') return attribute(node, 'name') !== 'next-size-adjust'
  // The renderer's own anchor for streamed parts, which there are none of.
  return !(node.tagName === 'div' && attribute(node, 'hidden') === '' && node.childNodes.every(isComment))
}

const isComment = (node: ChildNode): boolean => node.nodeName === '#comment'

const isScriptPreload = (link: Element): boolean =>
  attribute(link, 'rel') === 'modulepreload' ||
  (attribute(link, 'rel') === 'preload' && attribute(link, 'as') === 'script')

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(candidate => candidate.name === name)?.value

function statusOf(node: ChildNode): number | null {
  if (!('tagName' in node) || node.tagName !== 'meta' || attribute(node, 'name') !== STATUS_META) return null
  return Number(attribute(node, 'content'))
}
