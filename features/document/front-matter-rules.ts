import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { MetadataEntry } from '#features/document/metadata-entry-model.ts'
import { plainKey } from '#features/document/metadata-field-rules.ts'
import type { Structure } from '#features/document/structure-model.ts'
import { structureOf } from '#features/document/structure-rules.ts'

const BROKEN: Rule = {
  code: 'front-matter',
  severity: 'error',
  mend: 'Write `key: value` lines between the two `---`, with quotes around a value that holds `: ` or `#`.',
}

// A blank line after the opening `---` makes it a thematic break (as in Pandoc), so that prose is no front matter.
const FENCED = /^---[ \t]*\n(?![ \t]*\n)((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/

/** Above it, YAML of the worst shape takes too long to read. */
const MAX_LENGTH = 16_384

export interface FrontMatter {
  readonly entries: readonly MetadataEntry[]
  /** What stands under `Evidence`; null where nothing does. */
  readonly evidence: Structure | null
  /** What stands under `Based On`; null where nothing does. */
  readonly basedOn: Structure | null
  /** What stands under `Sections`; null where nothing does. */
  readonly sections: Structure | null
  /** What stands under `Section Classes`; null where nothing does. */
  readonly sectionClasses: Structure | null
  /** How many lines it takes, its fences included. */
  readonly lines: number
  /** The text with its front matter blanked out: every line keeps its number. */
  readonly rest: string
  readonly diagnostics: readonly Diagnostic[]
}

const NOTHING = {
  entries: [],
  evidence: null,
  basedOn: null,
  sections: null,
  sectionClasses: null,
  lines: 0,
} as const

function entriesOf(map: YAMLMap, placeAt: (offset: number) => Place): MetadataEntry[] {
  return map.items.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value)
      ? [{ key: String(key.value), value: String(value.value), place: placeAt(value.range?.[0] ?? 0) }]
      : [],
  )
}

function structureAt(map: YAMLMap, name: string, placeAt: (offset: number) => Place): Structure | null {
  const pair = map.items.find(({ key }) => isScalar(key) && plainKey(String(key.value)) === name)
  return pair ? structureOf(pair, placeAt) : null
}

/** Splits YAML front matter from a text. Values stay as they are written: `1.0` is no number, `2026-03-04` no date. */
export function readFrontMatter(file: string, text: string): FrontMatter {
  const [whole, yaml] = FENCED.exec(text) ?? []
  if (whole === undefined || yaml === undefined) return { ...NOTHING, rest: text, diagnostics: [] }
  const blank = whole.replace(/[^\n]/g, '')
  const lines = blank.length
  const rest = blank + text.slice(whole.length)
  const counter = new LineCounter()
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { file, line: line + 1, column: col }
  }
  if (yaml.length > MAX_LENGTH) {
    const found = `expected at most ${MAX_LENGTH} characters of front matter, found ${yaml.length}`
    return { ...NOTHING, lines, rest, diagnostics: [report(BROKEN, { file, line: 1, column: 1 }, found)] }
  }
  const { contents, errors } = parseDocument(yaml, {
    schema: 'failsafe',
    lineCounter: counter,
    prettyErrors: false,
  })
  // Valid YAML that is no mapping was prose between two thematic breaks.
  if (errors.length === 0 && contents !== null && !isMap(contents))
    return { ...NOTHING, rest: text, diagnostics: [] }
  const diagnostics = errors.map(error =>
    report(BROKEN, placeAt(error.pos[0]), `expected YAML, found: ${error.message}`),
  )
  if (!isMap(contents) || errors.length > 0) return { ...NOTHING, lines, rest, diagnostics }
  return {
    entries: entriesOf(contents, placeAt),
    evidence: structureAt(contents, 'evidence', placeAt),
    basedOn: structureAt(contents, 'basedon', placeAt),
    sections: structureAt(contents, 'sections', placeAt),
    sectionClasses: structureAt(contents, 'sectionclasses', placeAt),
    lines,
    rest,
    diagnostics,
  }
}
