import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, csvOf } from '#features/csv/csv-rules.ts'

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '\t', ' ', ';', '=', '+', '-', '@', "'", 'ა', '＝'),
  }),
)
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), fc.constant(null))
const rows = fc
  .integer({ min: 2, max: 5 })
  .chain(width =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  )

const read = (csv: string): string[][] => parse(csv, { bom: true, recordDelimiter: '\r\n' })

const expected = (value: Cell): string => {
  if (typeof value !== 'string') return String(value ?? '')
  return FORMULA.test(value) ? `'${value}` : value
}

describe('a table as CSV', () => {
  test('is read back cell by cell, whatever is in them', () => {
    fc.assert(
      fc.property(rows, given => {
        expect(read(csvOf({ name: 'x', rows: given }))).toEqual(given.map(row => row.map(expected)))
      }),
    )
  })

  test('has no text that a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(rows, given => {
        const texts = given.map(row => row.map(value => (typeof value === 'number' ? '' : value)))
        for (const value of read(csvOf({ name: 'x', rows: texts })).flat()) expect(value).not.toMatch(FORMULA)
      }),
    )
  })

  test.each([
    ['=HYPERLINK("https://elsewhere.example")', `"'=HYPERLINK(""https://elsewhere.example"")"`],
    ['@SUM(1)', "'@SUM(1)"],
    ['-2+3', "'-2+3"],
    ['2026-03-04', '2026-03-04'],
    [-3, '-3'],
    [null, ''],
  ])('writes %j as %s', (value, written) => {
    expect(csvOf({ name: 'x', rows: [['a', value]] })).toBe(`\uFEFFa,${written}\r\n`)
  })
})
