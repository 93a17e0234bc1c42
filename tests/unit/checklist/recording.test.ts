import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { fold } from '#features/checklist/fold-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine, hashed } from '#features/checklist/ledger-rules.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { HeldChecklist, notesIn, TEXT } from '#tests/unit/checklist/held-checklist.ts'
import { legalLedger } from '#tests/unit/checklist/legal-ledgers.ts'
import { baseline, day } from '#tests/unit/checklist/stories.ts'

/** Friday, 14:05 in Tbilisi. */
const NOW = new Date('2026-03-13T10:05:00.700Z')

const begun: Recording = { workstream: 1, kind: 'change', status: 'IN_PROGRESS', by: 'LEDGER_ENGINEER' }
const kept: Recording = { workstream: 1, kind: 'confirm', by: 'LEDGER_ENGINEER' }
const blocked: Recording = { ...begun, status: 'BLOCKED', note: { ka: 'გასაღები არ არის', en: 'no key' } }

const recordingOf = ({ recordedAt: _, ...line }: LedgerLine): Recording => ({
  ...line,
  kind: line.kind === 'confirm' ? 'confirm' : 'change',
})

describe('the first recording of a checklist', () => {
  it('writes the implied baseline before its own line, and the cells of every language', async () => {
    const checklist = new HeldChecklist()
    expect(await checklist.record([{ ...begun, targetDate: day('2026-03-09') }], NOW)).toEqual([])
    expect(checklist.lines).toEqual([
      ...[1, 2, 3].map(number => expect.objectContaining({ ...baseline({ workstream: number }) })),
      expect.objectContaining({ recordedAt: '2026-03-13T14:05:00+04:00', for: '2026-03-13', kind: 'change' }),
    ])
    const row = '| 1 | Workstream 1 | LEDGER_ENGINEER | 2026-03-09 | 🟡 IN_PROGRESS |'
    for (const locale of ['ka', 'en'] as const)
      expect(checklist.text(locale)).toBe(TEXT.replace(/^\| 1 \|.*$/m, row))
  })

  it('needs a day and a role for that baseline', async () => {
    const undated = new HeldChecklist({ ka: TEXT.replace(/^Last Review.*\n/m, '') })
    expect(await undated.record([kept], NOW)).toEqual(['baseline-incomplete'])
  })
})

describe('recordings', () => {
  it('of one run and one workstream take effect in the order given', async () => {
    const checklist = new HeldChecklist()
    expect(
      await checklist.record([begun, { ...begun, status: 'DONE' }, { ...kept, workstream: 1 }], NOW),
    ).toEqual([])
    expect(checklist.lines.slice(3).map(({ recordedAt, status }) => `${recordedAt} ${status}`)).toEqual([
      '2026-03-13T14:05:00+04:00 IN_PROGRESS',
      '2026-03-13T14:05:01+04:00 DONE',
      '2026-03-13T14:05:02+04:00 DONE',
    ])
    expect(checklist.text('ka')).toContain('🟢 DONE')
  })

  it('follow a line of the same second, so that it holds no longer', async () => {
    const checklist = new HeldChecklist()
    await checklist.record([begun], NOW)
    expect(await checklist.record([{ ...begun, status: 'DONE' }], NOW)).toEqual([])
    expect(checklist.text('en')).toContain('🟢 DONE')
  })

  it('leave a ledger that ends with a line end, whether it did or not', async () => {
    const lines = [1, 2, 3].map(number => formatLedgerLine(baseline({ workstream: number }))).join('\n')
    const checklist = new HeldChecklist({ ka: TEXT }, lines)
    expect(await checklist.record([kept], NOW)).toEqual([])
    expect(checklist.ledger).toMatch(/\}\n\{[^\n]*confirm[^\n]*\}\n$/)
    expect(checklist.ledger.startsWith(lines)).toBe(true)
  })

  it('set the blocker note in each language, and take it away with the blocker', async () => {
    const checklist = new HeldChecklist({ ka: TEXT, en: TEXT, ru: TEXT })
    expect(await checklist.record([begun, blocked], NOW)).toEqual([])
    expect(await notesIn(checklist, NOW)).toEqual({
      'ka 1': 'გასაღები არ არის',
      'en 1': 'no key',
      'ru 1': 'გასაღები არ არის',
    })
    const resolution = { ka: 'გასაღები გაიცა' }
    expect(await checklist.record([{ ...begun, resolution }], NOW)).toEqual([])
    expect(await notesIn(checklist, NOW)).toEqual({})
    for (const locale of ['ka', 'en', 'ru'] as const)
      expect(checklist.text(locale)).toBe(TEXT.replace('⚪ TODO', '🟡 IN_PROGRESS'))
  })

  it('change nothing but the ledger where they confirm', async () => {
    const checklist = new HeldChecklist()
    const { plan } = await checklist.plan([kept], NOW)
    expect(plan?.files.map(({ source }) => source.path)).toEqual(['80_chain/example/change-log.jsonl'])
  })

  it('are warned of where Georgian is missing, once each', async () => {
    const checklist = new HeldChecklist()
    await checklist.record([begun, { ...blocked, note: { en: 'no key' } }], NOW)
    const { plan } = await checklist.plan([{ ...begun, resolution: { en: 'issued' } }], NOW)
    expect(plan?.warnings).toMatchObject([{ code: 'georgian-missing', line: 6 }])
  })

  it('are warned of where Georgian is missing again, whatever older lines lack', async () => {
    const checklist = new HeldChecklist()
    await checklist.record([begun, { ...blocked, note: { en: 'no key' } }], NOW)
    const { plan } = await checklist.plan([{ ...blocked, note: { en: 'still no key' } }], NOW)
    expect(plan?.warnings).toMatchObject([{ code: 'georgian-missing', line: 6 }])
  })
})

/** Each what is wrong with it, after work has begun; and the rule that says so. */
const ILLEGAL: Record<string, readonly [Recording, string]> = {
  'a step left out': [{ ...begun, workstream: 2, by: 'SRE_LEAD', status: 'DONE' }, 'status-transition'],
  'BLOCKED without a note': [{ ...begun, status: 'BLOCKED' }, 'blocked-needs-note'],
  'a slip without a reason': [{ ...begun, targetDate: day('2026-03-11') }, 'slip-needs-reason'],
  'another owner': [{ ...kept, by: 'SRE_LEAD' }, 'recorder-not-owner'],
  'the administrator without a reason': [{ ...kept, by: 'GOVERNANCE_ADMIN' }, 'recorder-not-owner'],
  'a change for a past Friday': [
    { ...begun, status: 'DONE', for: day('2026-03-06') },
    'past-friday-confirm-only',
  ],
  'a Friday to come': [{ ...kept, for: day('2026-03-20') }, 'past-friday-confirm-only'],
  'a Friday before the baseline': [
    { ...kept, status: 'IN_PROGRESS', for: day('1999-01-01') },
    'friday-before-baseline',
  ],
  'a day that is no Friday': [{ ...kept, for: day('2026-03-12') }, 'ledger-value'],
  'an unknown workstream': [{ ...kept, workstream: 99 }, 'workstream-unknown'],
  'a change of nothing': [{ ...begun, targetDate: day('2026-03-10') }, 'change-changes-nothing'],
  'a confirm of something else': [{ ...kept, status: 'DONE' }, 'confirm-changes-nothing'],
  'words without a letter or digit': [{ ...blocked, note: { ka: '…', en: 'no key' } }, 'ledger-value'],
  'words that cannot be seen': [{ ...blocked, note: { ka: 'a\u202Eb' } }, 'ledger-value'],
}

describe('an illegal recording is refused whole', () => {
  for (const [title, [recording, code]] of Object.entries(ILLEGAL)) {
    it(`${title}: ${code}`, async () => {
      const checklist = new HeldChecklist()
      await checklist.record([begun], NOW)
      const before = new Map(checklist.files)
      const legal: Recording = { workstream: 3, kind: 'confirm', by: 'RELEASE_MANAGER' }
      expect(await checklist.record([legal, recording], NOW)).toContain(code)
      expect(checklist.files).toEqual(before)
    })
  }

  it('names the line it would have been, the rule and the mend', async () => {
    const { diagnostics } = await new HeldChecklist().plan([kept, { ...kept, by: 'SRE_LEAD' }], NOW)
    expect(diagnostics).toMatchObject([
      {
        file: '80_chain/example/change-log.jsonl',
        line: 5,
        code: 'recorder-not-owner',
        mend: 'Let the owner record it, or GOVERNANCE_ADMIN with a `reason`.',
      },
    ])
  })

  it('needs a resolution where it unblocks and a reason where it reopens', async () => {
    const checklist = new HeldChecklist()
    await checklist.record([begun, blocked], NOW)
    expect(await checklist.record([begun], NOW)).toEqual(['unblocked-needs-resolution'])
    await checklist.record(
      [
        { ...begun, resolution: { ka: 'კი' } },
        { ...begun, status: 'DONE' },
      ],
      NOW,
    )
    expect(await checklist.record([begun], NOW)).toEqual(['reopened-needs-reason'])
  })

  it('on a document that is wrong already, as where its table was edited by hand', async () => {
    const checklist = new HeldChecklist()
    await checklist.record([begun], NOW)
    const edited = checklist.text('ka').replace('🟡 IN_PROGRESS', '🟢 DONE')
    checklist.files.set('80_chain/example/ka.md', Buffer.from(edited))
    expect(await checklist.record([kept], NOW)).toContain('table-disagrees')
  })

  it('where the section for its blocker note is missing', async () => {
    const checklist = new HeldChecklist({ ka: TEXT.replace('## 1. Section', '## Section'), en: TEXT })
    await checklist.record([begun], NOW)
    expect(await checklist.record([blocked], NOW)).toContain('section-missing')
  })
})

const wordsOf = (text: string) => text.trim().split(/\s+/).join(' ')

describe('any legal sequence of recordings', () => {
  it('gives a document that passes every check and folds back to the same state', async () => {
    await fc.assert(
      fc.asyncProperty(legalLedger, async ledger => {
        const checklist = new HeldChecklist()
        const done: LedgerLine[] = ledger.filter(line => line.kind === 'baseline')
        let now = NOW
        for (const line of ledger.filter(({ kind }) => kind !== 'baseline')) {
          now = new Date(line.recordedAt)
          expect(await checklist.record([recordingOf(line)], now)).toEqual([])
          done.push(line)
        }
        const { document, diagnostics } = await checklist.read(now)
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
        if (done.length === 3) return
        expect(checklist.lines.map(line => formatLedgerLine(line))).toEqual(
          done.map(line => formatLedgerLine(line)),
        )
        const states = fold(done.map(hashed), dayInTbilisi(now))
        const notes: Record<string, string> = {}
        for (const source of document?.sources ?? []) {
          for (const row of source.rows ?? []) {
            const state = states.get(row.number)
            expect(row).toMatchObject({ status: state?.status, targetDate: state?.targetDate })
            const note = state?.status === 'BLOCKED' ? state.blockages.at(-1)?.note : null
            if (note)
              notes[`${source.locale} ${row.number}`] = (source.locale === 'en' && note.en) || note.ka || ''
          }
        }
        const found = await notesIn(checklist, now)
        expect(Object.fromEntries(Object.entries(found).map(([key, text]) => [key, wordsOf(text)]))).toEqual(
          Object.fromEntries(Object.entries(notes).map(([key, text]) => [key, wordsOf(text)])),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('stays as it was where the next one breaks a rule, and is told which', async () => {
    const illegal = fc.constantFrom<readonly [string, (line: LedgerLine) => Partial<Recording>]>(
      ['recorder-not-owner', () => ({ by: 'REVIEWER' })],
      ['workstream-unknown', () => ({ workstream: 500 })],
      ['past-friday-confirm-only', line => ({ for: addDays(line.for, 28) })],
      ['ledger-value', line => ({ for: addDays(line.for, 1) })],
      [
        'slip-needs-reason',
        line => ({ kind: 'change', targetDate: addDays(line.targetDate, 400), reason: undefined }),
      ],
      ['confirm-changes-nothing', line => ({ kind: 'confirm', targetDate: addDays(line.targetDate, 400) })],
    )
    await fc.assert(
      fc.asyncProperty(legalLedger, illegal, async (ledger, [code, spoil]) => {
        const checklist = new HeldChecklist()
        const own = ledger.filter(({ kind }) => kind !== 'baseline')
        const last = own.at(-1)
        if (!last) return
        for (const line of own.slice(0, -1))
          await checklist.record([recordingOf(line)], new Date(line.recordedAt))
        const before = new Map(checklist.files)
        const spoilt = { ...recordingOf(last), ...spoil(last) }
        expect(await checklist.record([spoilt], new Date(last.recordedAt))).toContain(code)
        expect(checklist.files).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})
