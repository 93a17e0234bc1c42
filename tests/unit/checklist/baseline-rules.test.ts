import { expect, it } from 'vitest'
import { impliedBaseline } from '#features/checklist/baseline-rules.ts'
import { fold } from '#features/checklist/fold-rules.ts'
import { checkLedger } from '#features/checklist/ledger-check-rules.ts'
import { formatLedgerLine, parseLedger } from '#features/checklist/ledger-rules.ts'
import { DOCUMENT_OWNER, day, FILE, REVIEWED, row } from '#tests/unit/checklist/stories.ts'

const ROWS = [row(1, { status: 'DONE', targetDate: day('2026-03-04') }), row(2, { status: 'BLOCKED' })]
const implied = impliedBaseline(ROWS, REVIEWED, DOCUMENT_OWNER)

it('says what the table says, as recorded by the owner when the day of the review began', () => {
  expect(implied.map(formatLedgerLine)).toEqual([
    '{"recordedAt":"2026-03-04T00:00:00+04:00","for":"2026-03-06","workstream":1,"kind":"baseline","status":"DONE","targetDate":"2026-03-04","by":"CHAIN_OFFICER"}',
    '{"recordedAt":"2026-03-04T00:00:00+04:00","for":"2026-03-06","workstream":2,"kind":"baseline","status":"BLOCKED","targetDate":"2026-03-10","by":"CHAIN_OFFICER"}',
  ])
})

it('keeps every rule, and stays the same when it is written and read', () => {
  const { lines } = parseLedger(FILE, implied.map(formatLedgerLine).join('\n'))
  expect(lines.map(line => line.hash)).toEqual(implied.map(line => line.hash))
  const context = { file: FILE, now: new Date('2026-03-04T00:00:00+04:00'), rows: ROWS }
  expect(checkLedger(lines, { ...context, documentOwner: DOCUMENT_OWNER })).toEqual([])
})

it('is on record from the review on, and not the day before', () => {
  expect(fold(implied, REVIEWED).get(1)?.status).toBe('DONE')
  expect(fold(implied, day('2026-03-03')).size).toBe(0)
})
