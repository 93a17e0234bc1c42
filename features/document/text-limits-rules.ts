import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { nestingOf } from '#features/document/nesting-rules.ts'
import { partsOf } from '#features/document/part-rules.ts'
import { tableShape } from '#features/document/table-shape-rules.ts'
import { weightOf } from '#features/document/weight-rules.ts'

interface Limit extends Rule {
  readonly most: number
  readonly what: string
}

const limit = (code: string, most: number, what: string, mend: string): Limit => ({
  code,
  severity: 'error',
  mend,
  most,
  what,
})

/**
 * What a Markdown parser can do within 2 seconds and 256 MiB, found out by trying: while it reads a part it needs up to
 * 10 kB for each line and mark, and time with the square of those between two blank lines.
 */
const NESTING = limit('text-nesting', 100, 'nested lists and quotes', 'Nest lists and quotes less deeply.')
const COLUMNS = limit('table-columns', 100, 'columns', 'Make several tables of it.')
const CELLS = limit(
  'table-cells',
  20_000,
  'table cells',
  'Split the tables, or keep them as files of their own.',
)
const LENGTH = limit('text-block', 65_536, 'characters between blank lines', 'Divide it by blank lines.')
const BLOCK = limit('text-block', 4000, 'lines and marks between blank lines', 'Divide it by blank lines.')
const PART = limit('text-part', 10_000, 'lines and marks between headings', 'Divide the text by headings.')
const WHOLE = limit('text-weight', 25_000, 'lines and marks', 'Make several documents of it.')

/** What stands between two blank lines, so far. */
interface Block {
  readonly line: number
  readonly length: number
  readonly weight: number
  readonly columns: number
}

/** Whether a text can be parsed and rendered at all. Looks at each line once, and reports each limit once. */
export function checkTextLimits(file: string, text: string): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  const hold = (broken: Limit, line: number, value: number) => {
    if (value <= broken.most || found.has(broken.code)) return
    const message = `expected at most ${broken.most} ${broken.what}, found more`
    found.set(broken.code, report(broken, { file, line, column: 1 }, message))
  }
  const partStarts = new Set(partsOf(text).map(part => part.lines + 1))
  let block: Block = { line: 1, length: 0, weight: 0, columns: 0 }
  let [cells, part, whole, previous] = [0, 0, 0, '']
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1
    const weight = weightOf(line, previous)
    const columns = tableShape(previous, line)
    if (/^[\s>]*$/.test(line)) block = { line: number + 1, length: 0, weight: 0, columns: 0 }
    if (partStarts.has(number)) part = 0
    block = {
      line: block.line,
      length: block.length + line.length + 1,
      weight: block.weight + weight,
      columns: columns || block.columns,
    }
    cells += block.columns
    part += weight
    whole += weight
    previous = line
    hold(NESTING, number, nestingOf(line))
    hold(COLUMNS, number, columns)
    hold(CELLS, number, cells)
    hold(LENGTH, block.line, block.length)
    hold(BLOCK, block.line, block.weight)
    hold(PART, number, part)
    hold(WHOLE, number, whole)
  }
  return [...found.values()]
}
