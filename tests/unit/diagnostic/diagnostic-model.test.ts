import { expect, it } from 'vitest'
import { formatDiagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const RULE: Rule = { code: 'a-rule', severity: 'error', mend: 'Rename the file.' }

it('a diagnostic is a line as compilers print it, and its mend', () => {
  const found = report(RULE, { file: 'content/ფაილი.md', line: 3, column: 1 }, 'expected 🔴 BLOCKED, found 1')
  expect(formatDiagnostic(found)).toBe(
    'content/ფაილი.md:3:1 error a-rule: expected 🔴 BLOCKED, found 1\n    mend: Rename the file.',
  )
})

it('a diagnostic shows what a terminal would obey, or hide, as its code', () => {
  const place = { file: 'a\n\u001B[31m\u202Eb.md', line: 1, column: 1 }
  expect(formatDiagnostic(report(RULE, place, 'found \u007F'))).toBe(
    'a\\u{a}\\u{1b}[31m\\u{202e}b.md:1:1 error a-rule: found \\u{7f}\n    mend: Rename the file.',
  )
})
