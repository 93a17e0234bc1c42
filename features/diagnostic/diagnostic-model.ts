/** Where in a file something was found. Lines and columns count from 1; columns in UTF-16 units. */
export interface Place {
  /** Path as the author knows it, relative to the working directory, with `/`. */
  readonly file: string
  readonly line: number
  readonly column: number
}

type Severity = 'error' | 'warning'

/** Something wrong with what an author wrote, said so that they can mend it. */
export interface Diagnostic extends Place {
  readonly severity: Severity
  /** Stable name of the rule, in kebab-case. */
  readonly code: string
  /** "expected …, found …". */
  readonly message: string
  /** What to do about it, one imperative sentence. */
  readonly mend: string
}

export interface Rule {
  readonly code: string
  readonly severity: Severity
  readonly mend: string
}

/** A diagnostic of a rule at a place. */
export const report = (rule: Rule, place: Place, message: string): Diagnostic => ({
  file: place.file,
  line: place.line,
  column: place.column,
  severity: rule.severity,
  code: rule.code,
  message,
  mend: rule.mend,
})

/** Text with what a terminal would obey, or not show, as its code: file names and their contents may hold anything. */
const visible = (text: string): string =>
  text.replaceAll(/\p{C}/gu, character => `\\u{${character.codePointAt(0)?.toString(16)}}`)

/** One line as compilers print it, and the mend indented below it. */
export const formatDiagnostic = (found: Diagnostic): string =>
  [
    visible(`${found.file}:${found.line}:${found.column} ${found.severity} ${found.code}: ${found.message}`),
    visible(`mend: ${found.mend}`),
  ].join('\n    ')

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(found => found.severity === 'error')
