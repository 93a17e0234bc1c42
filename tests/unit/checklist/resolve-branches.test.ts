import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fold } from '#features/checklist/fold-rules.ts'
import { checkLedger } from '#features/checklist/ledger-check-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine, hashed, parseLedger } from '#features/checklist/ledger-rules.ts'
import { planResolution } from '#features/checklist/resolve-ingest.ts'
import { STATUS_SIGNS } from '#features/checklist/status-model.ts'
import type { ContentDocument } from '#features/document/content-model.ts'
import { readDocumentFiles } from '#features/document/document-ingest.ts'
import { escapeMarkdown } from '#features/document/escape-rules.ts'
import { legalBranches, ROWS } from '#tests/unit/checklist/legal-ledgers.ts'
import { DOCUMENT_OWNER, day, FILE } from '#tests/unit/checklist/stories.ts'

const NOW = new Date('2026-12-01T00:00:00Z')
const LATER = day('2026-12-01')
const LANGUAGES = ['ka', 'en'] as const

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-branches-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A text as owners keep it: the table and the notes that its ledger says. */
function textFor(lines: readonly LedgerLine[], locale: (typeof LANGUAGES)[number]): string {
  const states = fold(lines.map(hashed), LATER)
  const rows = ROWS.map(({ number, title, ownerRole }) => {
    const { status, targetDate } = states.get(number) ?? { status: 'TODO' as const, targetDate: '' }
    return `| ${number} | ${title} | ${ownerRole} | ${targetDate} | ${STATUS_SIGNS[status]} ${status} |`
  })
  const sections = ROWS.map(({ number }) => {
    const state = states.get(number)
    const note = state?.status === 'BLOCKED' ? state.blockages.at(-1)?.note : null
    const words = note ? escapeMarkdown(note[locale] ?? note.ka ?? '').join('\n> ') : null
    const quoted = words === null ? '' : `> 🔴 BLOCKED: ${words}\n\n`
    return `## ${number}. Section\n\n${quoted}Words of ${number}.\n`
  })
  const head = '| # | Workstream | Owner | Target Date | Status |\n|---|---|---|---|---|'
  const metadata = `---\nOwner Role: ${DOCUMENT_OWNER}\nLast Review Date: 2026-03-04\n---`
  return `${metadata}\n\n# Checklist\n\n${head}\n${rows.join('\n')}\n\n${sections.join('\n')}`
}

const ledgerFor = (lines: readonly LedgerLine[]) => lines.map(line => `${formatLedgerLine(line)}\n`).join('')

/** What git makes of two branches, be it with conflicts. */
function merge(
  name: string,
  sides: { base: string; ours: string; theirs: string },
  ...options: string[]
): void {
  for (const [side, text] of Object.entries(sides)) fs.writeFileSync(path.join(folder, side), text)
  const args = ['merge-file', '--stdout', ...options, 'ours', 'base', 'theirs']
  let merged = ''
  try {
    merged = execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    // It ends with the number of conflicts.
    merged = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
  }
  fs.writeFileSync(path.join(folder, name), merged)
}

function documentIn(): ContentDocument {
  const source = (name: string) => ({
    absolute: path.join(folder, name),
    file: name,
    path: `80_chain/x/${name}`,
  })
  return {
    path: '80_chain/x',
    category: '80_chain',
    texts: LANGUAGES.map(locale => ({ locale, source: source(`${locale}.md`) })),
    ledger: { ...source('change-log.jsonl'), file: FILE },
  }
}

it('any two legal branches merge to a document that passes ingest, or are refused with the illegal line named', async () => {
  let resolved = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(legalBranches, fc.boolean(), async ({ base, ours, theirs }, isDiff3) => {
      for (const locale of LANGUAGES) {
        const sides = {
          base: textFor(base, locale),
          ours: textFor(ours, locale),
          theirs: textFor(theirs, locale),
        }
        merge(`${locale}.md`, sides, ...(isDiff3 ? ['--diff3'] : []))
      }
      const ledgers = { base: ledgerFor(base), ours: ledgerFor(ours), theirs: ledgerFor(theirs) }
      merge('change-log.jsonl', ledgers, '--union')
      const union = fs.readFileSync(path.join(folder, 'change-log.jsonl'), 'utf8')
      const { lines } = parseLedger(FILE, union)
      const context = { file: FILE, now: NOW, rows: ROWS, documentOwner: DOCUMENT_OWNER } as const
      const illegal = checkLedger(lines, context)

      const { plan, diagnostics } = await planResolution(documentIn(), NOW)
      if (illegal.length > 0) {
        refused += 1
        expect(plan).toBeNull()
        expect(diagnostics).toEqual(expect.arrayContaining([...illegal]))
        return
      }
      resolved += 1
      expect(diagnostics).toEqual([])
      for (const { source, after } of plan?.files ?? []) fs.writeFileSync(source.absolute, after)
      const { document, diagnostics: wrong } = await readDocumentFiles(documentIn(), NOW)
      expect(wrong).toEqual([])
      expect(document?.lines).toHaveLength(lines.length)
      for (const locale of LANGUAGES)
        expect(fs.readFileSync(path.join(folder, `${locale}.md`), 'utf8')).toBe(textFor(lines, locale))
    }),
    { numRuns: 80 },
  )
  expect(Math.min(resolved, refused)).toBeGreaterThan(5)
})
