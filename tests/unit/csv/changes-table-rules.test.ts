import { describe, expect, test } from 'vitest'
import { changesBetween } from '#features/checklist/changes-rules.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import type { LedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { changesTable } from '#features/csv/changes-table-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { checklistView, workstreamView } from '#tests/unit/api/stories.ts'
import { baseline, change, confirm, day } from '#tests/unit/checklist/stories.ts'

const [ka, en] = await Promise.all([wordingIn('ka'), wordingIn('en')])
const SPAN = { from: day('2026-03-06'), to: day('2026-03-13') }

const WITHHELD = [{ place: '90_closed', kind: 'document', class: 'RESTRICTED', count: 2 }] as const

/** The rows of the table, and the last, which says what is withheld. */
const tableOf = (written: readonly LedgerLine[], wording = en) => {
  const lines = inFoldOrder(written.map(line => ({ ...hashed(line), enteredAt: null })))
  const checklist = { ...checklistView([workstreamView({ number: 1 })]), lines }
  const changed = { checklist, changes: changesBetween(lines, SPAN), newestDay: SPAN.to }
  const [head = [], ...rows] = changesTable({ checklists: [changed], span: SPAN }, WITHHELD, wording).rows
  return rows.map(row => Object.fromEntries(row.map((cell, index) => [head[index], cell])))
}

const rowsOf = (...given: Parameters<typeof tableOf>) => tableOf(...given).slice(0, -1)

const minutes = (minute: number) =>
  new Date(Date.parse('2026-03-09T08:00:00Z') + minute * 60_000).toISOString()

describe('the table of what changed', () => {
  test('has every line of the span, however many there are and whether or not they change anything', () => {
    const lines = Array.from({ length: 251 }, (_, minute) =>
      change({ recordedAt: minutes(minute), status: minute % 2 === 0 ? 'IN_PROGRESS' : 'DONE' }),
    )
    const report = confirm({ recordedAt: '2026-03-10T12:00:00+04:00', status: 'IN_PROGRESS' })
    const rows = rowsOf([baseline(), ...lines, report, change({ recordedAt: '2026-03-14T00:00:00+04:00' })])
    expect(rows.map(row => row['Recorded at'])).toEqual([
      report.recordedAt,
      ...lines.map(line => line.recordedAt).toReversed(),
    ])
    expect(rows[0]?.['Change']).toBe('Confirmed: nothing had changed.')
  })

  test('says at its end, by category, of how many documents no change is listed', () => {
    const rows = tableOf([baseline(), confirm({ recordedAt: minutes(0) })])
    expect(rows.map(row => [row['Category'], row['Workstream'], row['Change']])).toEqual([
      ['80_chain', expect.any(String), 'Confirmed: nothing had changed.'],
      ['90_closed', null, '2 documents are withheld (class RESTRICTED); visible to: Reviewer and Admin.'],
    ])
  })

  test('says of each text in which language it is and what it counts for', () => {
    const texts = { note: { en: 'No key' }, reason: { ka: 'მიზეზი', en: 'A reason' } }
    const [row] = rowsOf([baseline(), change({ recordedAt: minutes(0), status: 'BLOCKED', ...texts })], ka)
    expect(row).toMatchObject({
      შენიშვნა: 'No key',
      'შენიშვნის ტექსტის ენა': 'en',
      მიზეზი: 'მიზეზი',
      'მიზეზის ტექსტის ენა': 'ka',
      'მიზეზის ტექსტის ძალა': 'უპირატესი ტექსტი',
      'როგორ აღმოიფხვრა': null,
      'აღმოფხვრის შესახებ ტექსტის ენა': null,
    })
  })
})
