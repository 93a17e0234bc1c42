import { Cutter } from '#features/document/cut-rules.ts'

/** A stretch of a text that can be parsed apart from the rest. */
export interface Part {
  readonly text: string
  /** Lines, and UTF-16 units, before it. */
  readonly lines: number
  readonly offset: number
}

/** The parser's cost grows faster than the text, and so does its need of memory: parts are about so long, in characters. */
const USUAL_LENGTH = 16_384

/** Cuts a text before some of its headings. The parts make up the whole. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  const cutter = new Cutter()
  let start = { lines: 0, offset: 0 }
  let offset = 0
  const end = (until: number) => parts.push({ text: text.slice(start.offset, until), ...start })
  for (const [lines, line] of text.split('\n').entries()) {
    if (cutter.take(line) && offset - start.offset >= USUAL_LENGTH) {
      end(offset)
      start = { lines, offset }
    }
    offset += line.length + 1
  }
  end(text.length)
  return parts
}
