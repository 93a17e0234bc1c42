import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { folded, icalOf, icalText } from '#features/calendar-feed/ical-rules.ts'

const line = fc.string({
  unit: fc.constantFrom('a', ' ', 'ა', 'é', '🔴', '\t', ';', ',', '\\'),
  maxLength: 400,
})

describe('a content line', () => {
  test('is folded into pieces of at most 75 octets, no character cut in two', () => {
    fc.assert(
      fc.property(line, text => {
        for (const piece of folded(text).split('\r\n')) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
          expect(Buffer.from(piece).toString()).toBe(piece)
        }
      }),
    )
  })

  test('is the same when it is unfolded', () => {
    fc.assert(
      fc.property(line, text => {
        expect(folded(text).replaceAll('\r\n ', '')).toBe(text)
      }),
    )
  })

  test('of 75 octets is not folded, of 76 it is', () => {
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
  })
})

describe('a text in a calendar', () => {
  const read = (text: string) => {
    const properties = [['SUMMARY', icalText(text)]] as const
    const component = new ICAL.Component(ICAL.parse(icalOf({ name: 'VEVENT', properties })))
    return component.getFirstPropertyValue('summary')
  }

  test('is read back by a program as it was', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', ';', ',', '\\', '\\n', '\n', '"', ':', 'ა', '🔴', ' '),
      minLength: 1,
    })
    fc.assert(
      fc.property(anyText, text => {
        expect(read(text)).toBe(text)
      }),
    )
  })

  test('cannot begin another property', () => {
    expect(read('x\r\nATTENDEE:mailto:a@example.org')).toBe('x\nATTENDEE:mailto:a@example.org')
    expect(read('x\u0000\u0007')).toBe('x\uFFFD\uFFFD')
  })
})
