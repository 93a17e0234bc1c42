import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parseParts } from '#features/document/parse-parts-rules.ts'
import { partsOf } from '#features/document/part-rules.ts'
import { resolveReferences } from '#features/document/reference-rules.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

const parse = (text: string): Root => parser.parse(text)

/**
 * Markdown (CommonMark with GitHub's tables, task lists, footnotes) as a tree. Never throws on a text within the limits
 * of text-limits-rules. Reference links are resolved, so that a part of the tree can be shown without the rest.
 * Raw HTML stays in the tree: whoever renders drops it.
 */
export function parseMarkdown(text: string): Root {
  const parts = partsOf(text)
  return resolveReferences(parts.length > 1 ? parseParts(parts, parse) : parse(text))
}
