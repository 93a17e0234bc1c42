import { type Diagnostic, formatDiagnostic } from '#features/diagnostic/diagnostic-model.ts'

/** Prints diagnostics as compilers do, with a count below them; nothing where there are none. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return
  const count = (severity: string) => diagnostics.filter(found => found.severity === severity).length
  console.error(`\n${diagnostics.map(formatDiagnostic).join('\n')}\n`)
  console.error(`errors: ${count('error')}, warnings: ${count('warning')}\n`)
}
