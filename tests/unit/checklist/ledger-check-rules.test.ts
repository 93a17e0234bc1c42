import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { checkLedger } from '#features/checklist/ledger-check-rules.ts'
import { LEDGER_RULES } from '#features/checklist/rules/index.ts'
import type { Example } from '#tests/unit/checklist/rules/example.ts'
import { EXAMPLES } from '#tests/unit/checklist/rules/index.ts'
import { baseline, change, DOCUMENT_OWNER, day, FILE, placed, row } from '#tests/unit/checklist/stories.ts'

const NOW = new Date('2026-04-01T00:00:00Z')

const check = ({ lines, now = NOW, documentOwner = DOCUMENT_OWNER, ownerOf }: Omit<Example, 'title'>) =>
  checkLedger(placed(...lines), {
    file: FILE,
    now,
    rows: [row(1), row(2)],
    documentOwner,
    ...(ownerOf && { ownerOf }),
  })

describe.each(LEDGER_RULES.map(({ rule }) => rule))('$code', ({ code, severity, mend }) => {
  const { accepts, refuses } = EXAMPLES[code]

  it.each(accepts)('accepts $title', example => {
    expect(check(example)).toEqual([])
  })

  it.each(refuses)('refuses $title', ({ message, line, ...example }) => {
    const place = { file: FILE, line: line ?? example.lines.length, column: 1 }
    expect(check(example)).toEqual([{ ...place, severity, code, message, mend }])
  })

  it('says what was expected, what was found, and what to do', () => {
    for (const { message } of refuses) expect(message).toMatch(/^expected .+, found .+$/)
    expect(mend).toMatch(/^[A-Z].+\.$/)
  })
})

describe('the rules of the ledger', () => {
  it('each have a file by their code, and are all in the index', () => {
    const folder = path.join(PROJECT, 'features', 'checklist', 'rules')
    const files = readdirSync(folder).map(file => path.basename(file, '.ts'))
    // Two are no rules; authors are judged by what git says of commits, which a ledger does not know.
    const others = ['author-not-role', 'index', 'judge-each-line']
    expect(files.filter(file => !others.includes(file))).toEqual(LEDGER_RULES.map(({ rule }) => rule.code))
  })

  it('say what is wrong in the order of the file', () => {
    const wrong = check({
      lines: [
        change({ workstream: 13 }),
        baseline(),
        change({ status: 'BLOCKED', by: 'REVIEWER', for: day('2026-03-13') }),
      ],
    })
    expect(wrong.map(({ line }) => line)).toEqual([1, 1, 3, 3, 3, 3])
  })
})
