import type {
  ComposedSection,
  ComposedText,
  Gap,
  ReadableText,
} from '#features/document/composed-text-model.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import { sectionsOfText } from '#features/document/text-sections-rules.ts'

/** A heading without words: it ends whatever stands before it, and holds the place of a section. */
const SECTION_GAP = '##\n\n'

const isSeen = ({ heads, parts }: ReadableText, { kind, section }: Gap): boolean =>
  kind === 'section'
    ? heads.some(({ position }) => position === section)
    : parts.some(part => part.section === section && part.kind === 'note')

/** A comment, which pages do not show. */
const NOTE_GAP = '\n<!-- withheld -->\n\n'

const withLineEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/**
 * The Markdown of what the reader may read. It begins with an empty line, so that no rule of it opens front matter, and
 * what stood apart stays apart: a note taken away without a trace could make one paragraph of two, or a heading of one.
 */
function markdownOf({ parts }: ReadableText, gaps: readonly Gap[], sections: readonly number[]): string {
  const bySection = Map.groupBy(parts, part => part.section)
  const withheld = new Set(gaps.filter(({ kind }) => kind === 'section').map(gap => gap.section))
  let text = '\n'
  let next: number | null = null
  for (const section of sections) {
    for (const { position, words } of withheld.has(section) ? [] : (bySection.get(section) ?? [])) {
      const isApart = next !== null && position !== next
      text = (isApart ? withLineEnd(text) + NOTE_GAP : text) + words
      next = position + 1
    }
    if (withheld.has(section)) {
      text = `${withLineEnd(text)}${SECTION_GAP}`
      next = null
    }
  }
  return text
}

/**
 * A text of the parts that the reader may read, with the places of those they may not.
 * @param path of its document
 */
export function composeText(path: string, text: ReadableText): ComposedText {
  const gaps = text.gaps.filter(gap => !isSeen(text, gap))
  const headOf = new Map(text.heads.map(head => [head.position, head]))
  const gapOf = new Map(gaps.filter(({ kind }) => kind === 'section').map(gap => [gap.section, gap]))
  const notesOf = new Map(gaps.filter(({ kind }) => kind === 'note').map(gap => [gap.section, gap]))
  const positions = [...new Set([...headOf.keys(), ...gapOf.keys()])].toSorted((a, b) => a - b)
  const markdown = markdownOf(text, gaps, positions)
  const read = sectionsOfText(path, markdown)
  const withoutTop = read.filter(({ key }) => key !== TOP)
  const top = read.filter(({ key }) => key === TOP).map(own => ({ ...own, ...gapAt(notesOf.get(0)) }))
  const sections = positions
    .filter(position => position !== 0)
    .flatMap((position, index): ComposedSection[] => {
      const [own, head, gap] = [withoutTop[index], headOf.get(position), gapOf.get(position)]
      if (!own) return []
      if (gap) return [withheldSection(own.line, gap)]
      if (!head) return []
      const { key, number, anchor } = head
      return [{ ...own, key, number, anchor, ...gapAt(notesOf.get(position)) }]
    })
  return { title: text.title, markdown, sections: [...top, ...sections] }
}

const gapAt = (notes: Gap | undefined) => ({ withheld: null, withheldNotes: notes?.class ?? null })

const withheldSection = (line: number, { key, number, section, class: kind }: Gap): ComposedSection => ({
  key,
  number,
  heading: '',
  anchor: number === null ? `withheld-${section}` : `w-${number}`,
  line,
  nodes: [],
  withheld: kind,
  withheldNotes: null,
})
