import type { Paragraph, Root, RootContent } from 'mdast'
import type { MetadataEntry } from '#features/document/metadata-entry-model.ts'
import { fieldOf } from '#features/document/metadata-field-rules.ts'

// `Key: Value`, the key perhaps in `**…**`, the value perhaps with a hard break behind it.
const LINE = /^(\s*(?:\*\*|__)?)([^:：*_`|<>[\]]{1,40}?)(?:\*\*|__)?(\s*[:：](?:\*\*|__)?\s*)(.*)$/u
const QUOTED = /^(`|\*\*|__)(.*)\1$/u

/** The lines of a paragraph as entries, or null where one of them is none, or none of their keys is known. */
function entriesIn(paragraph: Paragraph, file: string, text: string): MetadataEntry[] | null {
  const { start, end } = paragraph.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return null
  const entries: MetadataEntry[] = []
  for (const [index, line] of text.slice(start.offset, end.offset).split('\n').entries()) {
    const [, before, key, between, value] = LINE.exec(line.trimEnd().replace(/\\$/, '').trimEnd()) ?? []
    if (before === undefined || key === undefined || between === undefined || value === undefined) return null
    const indent = index === 0 ? start.column : 1
    const column =
      indent +
      line.length -
      line.slice(before.length + key.length).replace(/^(?:\*\*|__)/, '').length +
      between.length
    entries.push({
      key,
      value: QUOTED.exec(value)?.[2] ?? value,
      place: { file, line: start.line + index, column },
    })
  }
  return entries.some(entry => fieldOf(entry.key)) ? entries : null
}

function entriesOf(node: RootContent, file: string, text: string): MetadataEntry[] | null {
  if (node.type === 'paragraph') return entriesIn(node, file, text)
  if (node.type !== 'list') return null
  const entries: MetadataEntry[] = []
  for (const item of node.children) {
    const [paragraph, ...more] = item.children
    const found =
      paragraph?.type === 'paragraph' && more.length === 0 ? entriesIn(paragraph, file, text) : null
    if (!found) return null
    entries.push(...found)
  }
  return entries
}

/**
 * Takes the `Key: Value` lines at the start of a body out of it: the paragraphs and lists right under the title whose
 * every line is one.
 */
export function takeMetadataLines(body: Root, start: number, file: string, text: string) {
  const entries: MetadataEntry[] = []
  let end = start
  for (const node of body.children.slice(start)) {
    const found = entriesOf(node, file, text)
    if (!found) break
    entries.push(...found)
    end += 1
  }
  return { entries, body: { ...body, children: body.children.toSpliced(start, end - start) } }
}
