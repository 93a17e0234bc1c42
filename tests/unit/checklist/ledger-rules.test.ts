import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine, lineHash, parseLedger } from '#features/checklist/ledger-rules.ts'
import { legalLedger } from '#tests/unit/checklist/legal-ledgers.ts'
import { change, FILE } from '#tests/unit/checklist/stories.ts'

const LINE = formatLedgerLine(change())
const written = (over: object) => JSON.stringify({ ...change(), ...over })
const found = (text: string) => parseLedger(FILE, text).diagnostics.map(({ line, code }) => `${line} ${code}`)

describe('a ledger', () => {
  it('is written with its keys in one order, Georgian first, and nothing else', () => {
    const shuffled = { note: { en: 'Late', ka: 'გვიან' }, hash: 'x', line: 7, ...change() }
    expect(formatLedgerLine(shuffled)).toBe(
      '{"recordedAt":"2026-03-06T12:00:00+04:00","for":"2026-03-06","workstream":1,"kind":"change",' +
        '"status":"IN_PROGRESS","targetDate":"2026-03-10","by":"LEDGER_ENGINEER","note":{"ka":"გვიან","en":"Late"}}',
    )
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(legalLedger, ledger => {
        const { lines, diagnostics } = parseLedger(FILE, ledger.map(formatLedgerLine).join('\n'))
        expect(diagnostics).toEqual([])
        expect(lines.map(({ hash: _, line: __, ...line }) => line)).toEqual(ledger)
      }),
    )
  })

  it('allows blank lines and Windows line ends, and counts lines as an editor does', () => {
    const { lines, diagnostics } = parseLedger(FILE, `\n${LINE}\r\n\r\n  \n${written({ workstream: 2 })}\n`)
    expect(diagnostics).toEqual([])
    expect(lines.map(line => [line.line, line.workstream])).toEqual([
      [2, 1],
      [5, 2],
    ])
  })

  it('counts a line that a merge has doubled once, where it first stands, however its keys are ordered', () => {
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(change()).reverse()))
    const { lines } = parseLedger(FILE, [LINE, LINE, reversed].join('\n'))
    expect(lines.map(line => line.line)).toEqual([1])
  })

  it.each([
    ['an unfinished object', '{"recordedAt":', 'ledger-json'],
    ['a comment', '# a comment', 'ledger-json'],
    ['an array', '[]', 'ledger-value'],
    ['null', 'null', 'ledger-value'],
    ['an instant without offset', written({ recordedAt: '2026-03-06T12:00:00' }), 'ledger-value'],
    ['an instant before 1970', written({ recordedAt: '1969-03-06T12:00:00Z' }), 'ledger-value'],
    ['a `for` that is no Friday', written({ for: '2026-03-05' }), 'ledger-value'],
    ['a number in quotes', written({ workstream: '1' }), 'ledger-value'],
    ['half a workstream', written({ workstream: 1.5 }), 'ledger-value'],
    ['an unknown kind', written({ kind: 'update' }), 'ledger-value'],
    ['a status in small letters', written({ status: 'done' }), 'ledger-value'],
    ['30 February', written({ targetDate: '2026-02-30' }), 'ledger-value'],
    ['an unknown role', written({ by: 'GUEST' }), 'ledger-value'],
    ['a missing key', written({ by: undefined }), 'ledger-value'],
    ['a text without language', written({ note: 'late' }), 'ledger-value'],
    ['a text in no language', written({ note: {} }), 'ledger-value'],
    ['a text of spaces', written({ note: { ka: '  ' } }), 'ledger-value'],
    ['a NUL', written({ note: { ka: 'a\u0000b' } }), 'ledger-value'],
    ['a bidi override', written({ note: { ka: 'a\u202Eb' } }), 'ledger-value'],
    ['half a surrogate pair', written({ note: { ka: 'a\uD800b' } }), 'ledger-value'],
    ['a text too long', written({ note: { ka: 'a'.repeat(4001) } }), 'ledger-value'],
    ['an unknown key', written({ author: 'me' }), 'ledger-key'],
    ['an unknown language', written({ note: { ka: 'a', de: 'b' } }), 'ledger-key'],
    ['`__proto__`', LINE.replace('{', '{"__proto__":{},'), 'ledger-key'],
    [
      '`__proto__` among languages',
      written({ note: { ka: 'a' } }).replace('"ka"', '"__proto__":"b","ka"'),
      'ledger-key',
    ],
    ['a key repeated in disguise', LINE.replace('"kind"', '"st\\u0061tus":"DONE","kind"'), 'ledger-key'],
    ['a language repeated', written({ note: { ka: 'a' } }).replace('"ka"', '"ka":"b","ka"'), 'ledger-key'],
    ['a line over 64 KiB', written({ note: { ka: 'ა'.repeat(22_000) } }), 'ledger-size'],
  ])('refuses %s', (_, text, code) => {
    const { lines, diagnostics } = parseLedger(FILE, `${written({ workstream: 9 })}\n${text}`)
    expect(diagnostics.map(({ file, line, code }) => ({ file, line, code }))).toEqual([
      { file: FILE, line: 2, code },
    ])
    expect(lines.map(line => line.workstream)).toEqual([9])
  })

  it('takes words that look like keys for words', () => {
    const text = written({ note: { ka: '{"status":1,"status":2,"__proto__":{' } })
    expect(found(text)).toEqual([])
  })

  it('reports every defect of every line', () => {
    const text = ['{', LINE, written({ status: 'DOING', targetDate: 'soon', who: 1 })].join('\n')
    expect(found(text)).toEqual(['1 ledger-json', '3 ledger-value', '3 ledger-value', '3 ledger-key'])
  })

  it('says what was expected and what was found, in a form that no terminal obeys', () => {
    const [diagnostic] = parseLedger(FILE, written({ status: 'DO\u009B\u202ENE' })).diagnostics
    expect(diagnostic?.message).toBe(
      'expected `status` to be one of TODO, IN_PROGRESS, BLOCKED, DONE, found "DO\uFFFD\uFFFDNE"',
    )
  })

  it('stops reading a file that is no ledger at all', () => {
    expect(parseLedger(FILE, 'x\n'.repeat(100_000)).diagnostics.length).toBeLessThan(1100)
  })
})

describe('the hash of a line', () => {
  const note = { ka: 'გვიან', en: 'café' }

  it('is the sha-256 of its JSON with sorted keys', () => {
    expect(lineHash(change({ note }))).toBe(
      '10693b72193101ecb92df2aac6f4741c3d17a01aa3c03d7a47999d316cab3113',
    )
  })

  it('is the same under any order of keys and any Unicode form', () => {
    const decomposed = { en: 'cafe\u0301', ka: 'გვიან' }
    const shuffled = Object.fromEntries(Object.entries(change({ note: decomposed })).reverse()) as LedgerLine
    expect(lineHash(shuffled)).toBe(lineHash(change({ note })))
  })

  it('differs where any value does', () => {
    fc.assert(
      fc.property(legalLedger, ledger => {
        const texts = new Set(ledger.map(formatLedgerLine))
        expect(new Set(ledger.map(lineHash)).size).toBe(texts.size)
      }),
    )
  })
})
