import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES, RULE_OF_AUTHORITY } from './places.ts'

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
const DAYS = ['2026-03-04', '2026-03-13', '2026-03-20', '2026-03-27', '2026-04-03']

interface Listed {
  readonly title: { readonly text: string; readonly lang: string }
  readonly slips: readonly object[]
  readonly [field: string]: unknown
}

const table = async (address: string, origin = inject('reported')): Promise<string[][]> =>
  parse((await ask(address, { origin })).body, { bom: true, recordDelimiter: '\r\n' })

describe.for(LOCALES)('a list as a table, in %s', locale => {
  test.for(DAYS)('has the workstreams as the API has them on %s', async day => {
    const origin = inject('reported')
    const query = `locale=${locale}&asOf=${day}`
    const { workstreams } = JSON.parse((await ask(`/api/v1/checklists/${ID}?${query}`, { origin })).body)
    const [head, ...rows] = await table(`/${locale}${CHECKLIST}.csv?asOf=${day}`)

    expect(head?.slice(0, 2)).toEqual(locale === 'ka' ? ['№', 'სამუშაო მიმართულება'] : ['No.', 'Workstream'])
    expect(rows.map(row => [0, 1, 2, 4, 5, 7, 8, 9, 10, 11, 12].map(column => row[column]))).toEqual(
      workstreams.map((each: Listed) =>
        [
          each['number'],
          each.title.text,
          each.title.lang,
          each['ownerRole'],
          each['status'],
          each['targetDate'],
          each['originalTargetDate'],
          each.slips.length,
          each['overdueDays'],
          each['lastReportedOn'],
          each['friday'] ?? '',
        ].map(String),
      ),
    )
    expect(await table(`/${locale}/index.csv?asOf=${day}`)).toEqual([head, ...rows])
  })

  test('has the blocker in words, while it stands', async () => {
    const blockerOn = async (day: string) => (await table(`/${locale}/index.csv?asOf=${day}`))[6]?.[14]
    expect(await blockerOn('2026-03-20')).toMatch(
      locale === 'ka' ? /არ არის გაცემული/ : /has not been granted/,
    )
    expect(await blockerOn('2026-03-27')).toBe('')
  })

  test('has the documents of the library, and what each text counts for', async () => {
    const [head, ...rows] = await table(`/${locale}/docs.csv`)
    expect(rows.map(row => row[0])).toEqual(['10_normative', '80_chain'])
    expect(rows[1]).toContain(ID)
    expect(rows[1]?.[3]).toMatch(locale === 'ka' ? /^უპირატესი ტექსტი$/ : /the text in Georgian prevails$/)
    for (const row of rows) {
      const address = new URL(row[(head?.length ?? 0) - 1] ?? '')
      expect((await ask(address.pathname, { origin: address.origin })).status).toBe(200)
    }
  })

  test('has every report owed, week by week', async () => {
    const [, ...rows] = await table(`/${locale}/friday.csv?asOf=2026-03-20&to=2026-03-13`)
    const codes = rows.map(([friday, number, , , , , code]) => [friday, number, code])
    expect(codes).toContainEqual(['2026-03-13', '9', 'late'])
    expect(codes).toContainEqual(['2026-03-13', '11', 'missed'])
    expect(codes).toContainEqual(['2026-03-13', '1', 'exempt'])
    expect(rows).toHaveLength(12)
    const { body } = await ask(`/${locale}/friday.md?asOf=2026-03-20`, { origin: inject('reported') })
    expect(body).toContain('| 2026-03-13 | 2026-03-20 |')
    expect(body).toContain(locale === 'ka' ? '| დაგვიანებული |' : '| Late |')
  })

  test('has what changed between two days, line by line', async () => {
    const [, ...rows] = await table(`/${locale}/changes.csv?from=2026-03-13&to=2026-03-20`)
    const sixth = rows.find(row => row[1] === '6')
    expect(rows.map(row => row[1])).toEqual(['3', '5', '6', '7', '8', '9', '9', '10', '11', '12'])
    expect(sixth?.slice(6, 11)).toEqual([
      'IN_PROGRESS',
      'BLOCKED',
      '2026-03-10',
      '2026-03-10',
      'SECURITY_OFFICER',
    ])
    expect(sixth?.join(' ')).toContain(locale === 'ka' ? 'არ არის გაცემული' : 'has not been granted')
    const { body } = await ask(`/${locale}/changes.md?from=2026-03-13&to=2026-03-20`, {
      origin: inject('reported'),
    })
    const changed = rows.filter(row => row[6] !== row[7] || row[8] !== row[9])
    expect(changed.map(row => row[1])).toEqual(['3', '5', '6', '7', '10'])
    for (const row of changed) expect(body).toContain(`### ${row[1]}. ${row[2]}`)
  })

  test('is saved under a name with its day and language, in UTF-8 that spreadsheets know', async () => {
    const { headers, body } = await ask(`/${locale}/docs.csv?asOf=2026-03-20`)
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="mza-docs-2026-03-20.${locale}.csv"`,
    })
    expect(body.startsWith('\uFEFF')).toBe(true)
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

test.for([
  { address: `/ka${RULE_OF_AUTHORITY}.csv`, status: 404 },
  { address: '/ka/nothing.csv', status: 404 },
  { address: '/ka/constructor.csv', status: 404 },
  { address: '/ka/docs/nothing.csv', status: 404 },
  { address: `/ka${CHECKLIST}/3.csv`, status: 404 },
  { address: '/ka/index.csv?asOf=2026-03-03', status: 404 },
  { address: '/ka/index.csv?asOf=yesterday', status: 400 },
  { address: '/ka/changes.csv?from=2026-03-20&to=2026-03-13', status: 400 },
  { address: '/ka/friday.csv?to=2026-02-30', status: 400 },
  { address: '/ka/friday.md?to=9999-12-31', status: 400 },
  { address: '/ka/changes.csv?to=2026-03-03', status: 404 },
])('$address is refused in plain words with $status', async ({ address, status }) => {
  const answer = await ask(address)
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8'])
  expect(answer.headers).not.toHaveProperty('content-disposition')
})
