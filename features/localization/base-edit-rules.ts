import { type Diagnostic, hasErrors, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { readBytes } from '#features/document/bytes-rules.ts'
import type { DocumentText } from '#features/document/document-model.ts'
import { joinLines, type Line, replaceLines, splitLines } from '#features/document/line-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import type { Base } from '#features/localization/base-model.ts'

const UNSAFE: Rule = {
  code: 'edit-unsafe',
  severity: 'error',
  mend: 'Write the front matter as `key: value` lines between two `---`, or edit `Based On` by hand.',
}

const BYTE_ORDER_MARK = '\uFEFF'
const FENCE = /^(?:---|\.\.\.)[ \t]*$/
const KEY = /^(["']?)based[\s_-]*on\1[ \t]*:/i

const written = (base: Base): string[] =>
  base.size === 0 ? [] : ['Based On:', ...[...base].map(([key, hash]) => `  ${key}: ${hash}`)]

/** The lines that `Based On` takes, or would take: 1-based, before the end of the front matter. */
function placeIn(lines: readonly Line[], end: number): { first: number; count: number } {
  const key = lines.findIndex(({ text }, index) => index > 0 && index < end && KEY.test(text))
  if (key < 0) return { first: end + 1, count: 0 }
  const below = lines.slice(key + 1, end)
  const next = below.findIndex(({ text }) => /^[^\s#]/.test(text))
  const own = below.slice(0, next < 0 ? undefined : next)
  const last = own.findLastIndex(({ text }) => /^[ \t]+\S/.test(text))
  return { first: key + 1, count: last + 2 }
}

function rewritten(lines: readonly Line[], base: Base, hasFrontMatter: boolean): Line[] {
  if (!hasFrontMatter) return replaceLines(lines, 1, 0, ['---', ...written(base), '---', ''])
  const end = lines.findIndex(({ text }, index) => index > 0 && FENCE.test(text))
  if (end < 0) return [...lines]
  const { first, count } = placeIn(lines, end)
  return replaceLines(lines, first, count, written(base))
}

function read(
  file: string,
  source: string,
): { text: DocumentText | null; diagnostics: readonly Diagnostic[] } {
  const { text: letIn, diagnostics } = readBytes(file, Buffer.from(source))
  return letIn === null ? { text: null, diagnostics } : readText(file, letIn)
}

/** All that a text says but for its base. */
const remainder = ({ title, metadata, mapping, sectionNames, tracker, body }: DocumentText): string =>
  JSON.stringify(
    [title, metadata, mapping?.mapping, [...sectionNames], tracker, body],
    (key, value: unknown) => (key === 'position' || key === 'places' ? undefined : value),
  )

/**
 * Says another base in the front matter of a translation. Every other byte stays.
 * @param source the text as its file has it, byte order mark included
 * @returns `source` is null where a diagnostic is an error
 */
export function editBase(
  file: string,
  source: string,
  base: Base,
): { source: string | null; diagnostics: readonly Diagnostic[] } {
  const mark = source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const lines = splitLines(source.slice(mark.length))
  const before = read(file, source)
  if (!before.text || hasErrors(before.diagnostics)) return { source: null, diagnostics: before.diagnostics }
  for (const hasFrontMatter of [true, false]) {
    const edited = mark + joinLines(rewritten(lines, base, hasFrontMatter))
    const { text } = read(file, edited)
    const isAsWanted =
      text !== null &&
      JSON.stringify([...(text.base?.base ?? [])]) === JSON.stringify([...base]) &&
      remainder(text) === remainder(before.text)
    if (isAsWanted) return { source: edited, diagnostics: [] }
  }
  const found = 'expected to change `Based On` alone, found that other words would change too'
  return { source: null, diagnostics: [report(UNSAFE, { file, line: 1, column: 1 }, found)] }
}
