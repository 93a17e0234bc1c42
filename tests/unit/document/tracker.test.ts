import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OWNER_ROLES } from '#features/access/role-model.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { checkRowSections } from '#features/checklist/row-section-rules.ts'
import { STATUS_SIGNS, STATUSES } from '#features/checklist/status-model.ts'
import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import { isTrackerTable } from '#features/checklist/tracker-table-rules.ts'
import { compareTrackers } from '#features/checklist/translation-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { readText } from '#features/document/text-rules.ts'

const HEAD = '| # | Workstream | Owner | Target Date | Status |\n|---|---|---|---|---|\n'
const GOOD = '| 1 | Freeze | CHAIN_OFFICER | 2026-03-04 | 🟢 DONE |'

const table = (...rows: string[]) => `${HEAD}${rows.join('\n')}\n`
const read = (source: string, file = 'en.md') => readText(file, source)
const found = (source: string) =>
  read(source).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`)

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(date => parseDay(date.toISOString().slice(0, 10)))
  .filter(parsed => parsed !== null)

const title = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019 ქართული-/()'), minLength: 1, maxLength: 60 })
  .map(text => text.trim())
  .filter(text => /^[\p{L}(]/u.test(text) && !/\s{2}/.test(text))

const row: fc.Arbitrary<TrackerRow> = fc.record({
  number: fc.integer({ min: 1, max: 999 }),
  title,
  ownerRole: fc.constantFrom(...OWNER_ROLES),
  targetDate: day,
  status: fc.constantFrom(...STATUSES),
})

const format = ({ number, title: name, ownerRole, targetDate, status }: TrackerRow) =>
  `| ${number} | ${name} | ${ownerRole} | ${targetDate} | ${STATUS_SIGNS[status]} ${status} |`

describe('the tracker table', () => {
  it('reads back every row as it was written, each cell at its place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: one => one.number, minLength: 1, maxLength: 12 }), rows => {
        const source = table(...rows.map(format))
        const { text, diagnostics } = read(source)
        expect(diagnostics).toEqual([])
        expect(text?.tracker?.map(({ places: _, ...plain }) => plain)).toEqual(rows)
        const lines = source.split('\n')
        for (const { places, ...read } of text?.tracker ?? []) {
          for (const column of ['number', 'title', 'ownerRole', 'targetDate'] as const) {
            const { line, column: start } = places[column]
            expect(lines[line - 1]?.slice(start - 1)).toSatisfy((rest: string) =>
              rest.startsWith(String(read[column])),
            )
          }
        }
      }),
    )
  })

  it('names each wrong cell', () => {
    expect(found(table('| 0 | Freeze | CHAIN_OFFICER | 2026-03-04 | DONE |'))).toEqual(['3:3 tracker-number'])
    expect(found(table('| 1 |  | CHAIN_OFFICER | 2026-03-04 | DONE |'))).toEqual(['3:5 tracker-title'])
    expect(found(table(`| 1 | ${'a'.repeat(201)} | CHAIN_OFFICER | 2026-03-04 | DONE |`))).toEqual([
      '3:7 tracker-title',
    ])
    expect(found(table('| 1 | Freeze | KING | 2026-03-04 | DONE |'))).toEqual(['3:16 tracker-owner'])
    expect(found(table('| 1 | Freeze | REVIEWER | 2026-03-04 | DONE |'))).toEqual(['3:16 tracker-owner'])
    expect(found(table('| 1 | Freeze | CHAIN_OFFICER | 2026-02-30 | DONE |'))).toEqual(['3:32 tracker-date'])
    expect(found(table('| 1 | Freeze | CHAIN_OFFICER | 2026-03-04 | FINISHED |'))).toEqual([
      '3:45 tracker-status',
    ])
    expect(found(table('| 1 | Freeze | CHAIN_OFFICER | 2026-03-04 | 🔴 DONE |'))).toEqual([
      '3:45 tracker-sign',
    ])
    expect(found(table(GOOD, GOOD))).toEqual(['4:3 tracker-duplicate'])
  })

  it('reports every wrong cell of a row at once', () => {
    expect(found(table('| x |  | KING | soon | LATE |', GOOD))).toHaveLength(5)
  })

  it('has five columns, in its head and in every row', () => {
    const four =
      '| # | Workstream | Owner | Status |\n|---|---|---|---|\n| 1 | Freeze | CHAIN_OFFICER | DONE |\n'
    expect(found(four)).toEqual(['1:3 tracker-columns'])
    expect(found(table(GOOD, '| 2 | Order | LEDGER_ENGINEER | 2026-03-04 |'))).toEqual([
      '4:3 tracker-columns',
    ])
  })

  it('is one', () => {
    expect(found(`${table(GOOD)}\n${table(GOOD)}`)).toEqual(['5:3 tracker-twice'])
  })

  it('is not any other table headed #', () => {
    const other = '| # | a | b | c | d |\n|---|---|---|---|---|\n| 1 | a | b | c | d |\n'
    const steps = '| # | Status |\n|---|---|\n| 1 | DONE |\n'
    expect(read(other)).toMatchObject({ text: { tracker: null }, diagnostics: [] })
    expect(read(`${table(GOOD)}\n${other}\n${steps}`)).toMatchObject({
      text: { tracker: [{}] },
      diagnostics: [],
    })
  })
})

describe('the tracker on the page', () => {
  const quoted = (source: string) => source.replaceAll(/^/gm, '> ')
  const shown = (source: string) =>
    sectionsOf(read(source).text?.body ?? { type: 'root', children: [] })
      .flatMap(section => section.nodes)
      .filter(isTrackerTable)
      .map(node => node.position?.start.line)

  it('is the table that ingest reads, and no other table headed #', () => {
    const other = '| # | a | b | c | d |\n|---|---|---|---|---|\n| 1 | a | b | c | d |\n'
    const steps = '| # | Status |\n|---|---|\n| 1 | DONE |\n'
    expect(shown(`${other}\n${steps}\n${table(GOOD)}`)).toEqual([9])
    expect(shown(`${other}\n${steps}`)).toEqual([])
  })

  it('does not stand in a quote or a list; where there is no other, a warning says so', () => {
    expect(read(quoted(table(GOOD)))).toMatchObject({
      text: { tracker: null },
      diagnostics: [{ code: 'tracker-nested', severity: 'warning', line: 1, column: 5 }],
    })
    expect(found(table(GOOD).replaceAll(/^/gm, '  ').replace('  ', '- '))).toEqual(['1:5 tracker-nested'])
    const both = `${table(GOOD)}\n${quoted(table(GOOD))}`
    expect(read(both)).toMatchObject({ text: { tracker: [{}] }, diagnostics: [] })
    expect(shown(both)).toEqual([1])
  })
})

describe('a translation', () => {
  const rowsOf = (source: string, file: string) => read(source, file).text?.tracker ?? []
  const ka = rowsOf(table(GOOD.replace('Freeze', 'დადგენა')), 'ka.md')

  it('may word titles as it likes', () => {
    expect(compareTrackers(ka, rowsOf(table(GOOD), 'en.md'))).toEqual([])
  })

  it('may not differ in a fact, lack a row or add one', () => {
    const other = rowsOf(
      table('| 1 | Freeze | CHAIN_OFFICER | 2026-03-05 | TODO |', GOOD.replace('1', '2')),
      'en.md',
    )
    expect(
      compareTrackers(ka, other).map(({ line, column, message }) => `${line}:${column} ${message}`),
    ).toEqual([
      '3:32 expected 2026-03-04 as in ka.md:3:33, found 2026-03-05',
      '3:45 expected DONE as in ka.md:3:46, found TODO',
      '4:3 expected no row 2, as in the table beginning at ka.md:3:3, found one',
    ])
    expect(compareTrackers([...ka, ...rowsOf(table(GOOD.replace('1', '2')), 'ka.md')], ka)).toHaveLength(1)
  })
})

describe('the section of a row', () => {
  const check = (source: string) => {
    const { text } = read(source)
    return checkRowSections(text?.tracker ?? [], text ? sectionsOf(text.body) : []).map(
      ({ severity, code, line }) => `${severity} ${code} ${line}`,
    )
  }
  const blocked = GOOD.replace('🟢 DONE', '🔴 BLOCKED')

  it('is missed, and the blocker note of a blocked row even more', () => {
    expect(check(table(GOOD))).toEqual(['warning section-missing 3'])
    expect(check(`${table(blocked)}\n## 1. Freeze\n\nWords\n`)).toEqual(['error blocker-note-missing 3'])
    expect(check(`${table(blocked)}\n## 1. Freeze\n\n> 🔴 BLOCKED: no key\n`)).toEqual([])
  })
})
