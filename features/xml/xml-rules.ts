/** What XML 1.0 (2.2, "Char") has no way to write. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

// White space of attributes and line ends would else be normalized (XML 1.0, 2.11 and 3.3.3).
const SPECIAL = /[&<>"'\r\t\n]/g
const SPECIAL_IN_TEXT = /[&<>"'\r]/g

const reference = (character: string): string => `&#${character.charCodeAt(0)};`

const escapeText = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replace(SPECIAL_IN_TEXT, reference)

const escapeValue = (text: string): string => text.replace(UNWRITABLE, '\uFFFD').replace(SPECIAL, reference)

/** Something written as XML already. */
export interface Markup {
  readonly markup: string
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; strings among its children are text, whatever is in them. An attribute without a value is left out. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (string | Markup)[]
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeValue(String(value))}"`)
  const inner = children.map(child => (typeof child === 'string' ? escapeText(child) : child.markup)).join('')
  const start = `<${name}${written.join('')}`
  return { markup: inner === '' ? `${start}/>` : `${start}>${inner}</${name}>` }
}

export const xmlDocument = (root: Markup): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`
