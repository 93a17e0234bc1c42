import type { Element, Root as HastRoot, Text } from 'hast'
import type { RootContent } from 'mdast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { STATUS_SIGNS, STATUSES } from '#features/checklist/status-model.ts'

export interface MarkupWords {
  readonly footnotes: string
  readonly backToText: string
}

// The tree holds no identifiers but those that remark-rehype makes, already prefixed: a second prefix would break them.
const schema = { ...defaultSchema, clobber: [] }

const SIGN = new RegExp(`(${Object.values(STATUS_SIGNS).join('|')})\uFE0F?`, 'u')

/** A sign that authors put before a status becomes `<data value="BLOCKED">`, for which the page draws its own mark. */
function signOrText(part: string): Element | Text {
  const status = STATUSES.find(candidate => STATUS_SIGNS[candidate] === part)
  return status
    ? {
        type: 'element',
        tagName: 'data',
        properties: { value: status },
        children: [{ type: 'text', value: part }],
      }
    : { type: 'text', value: part }
}

/**
 * Nodes of a document as safe HTML: raw HTML is dropped, and nothing survives that the schema does not name.
 *
 * @param prefix begins every identifier of a footnote, so that several parts can stand on one page
 */
export function toMarkup(nodes: readonly RootContent[], prefix: string, words: MarkupWords): HastRoot {
  const tree = unified()
    .use(remarkRehype, {
      clobberPrefix: `${prefix}-`,
      footnoteLabel: words.footnotes,
      footnoteLabelTagName: 'h3',
      footnoteBackLabel: words.backToText,
    })
    .use(rehypeSanitize, schema)
    .runSync({ type: 'root', children: [...nodes] })
  visit(tree, 'text', (text, index, parent) => {
    if (index === undefined || !parent || !SIGN.test(text.value)) return
    const parts = text.value.split(SIGN).map(signOrText)
    parent.children.splice(index, 1, ...parts)
    return index + parts.length
  })
  visit(tree, 'element', element => {
    const { properties } = element
    if (properties['id'] === 'footnote-label') properties['id'] = `${prefix}-footnote-label`
    if (properties['ariaDescribedBy']) properties['ariaDescribedBy'] = [`${prefix}-footnote-label`]
  })
  return tree
}
