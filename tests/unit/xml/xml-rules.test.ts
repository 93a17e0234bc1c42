import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { element, xmlDocument } from '#features/xml/xml-rules.ts'

const parse = (text: string) =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'application/xml').documentElement

/** Every UTF-16 string, lone surrogates and controls among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '&amp;',
      '\t',
      '\n',
      ' ',
      'ა',
      '\u0000',
      '\uD800',
      '\uFFFE',
      '🔴',
    ),
  }),
)

const writable = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')

describe('a text written as XML', () => {
  test('is read back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(parse(xmlDocument(element('a', {}, text)))?.textContent).toBe(writable(text))
      }),
    )
  })

  test('is read back from an attribute as it was, line ends and tabs too', () => {
    fc.assert(
      fc.property(anyText, text => {
        const root = parse(xmlDocument(element('a', { b: text }, element('c', { d: undefined }))))
        expect(root?.getAttribute('b')).toBe(writable(text))
        expect(root?.firstChild?.nodeName).toBe('c')
      }),
    )
  })

  test('can begin no element of its own', () => {
    const root = parse(xmlDocument(element('a', {}, '</a><script>alert(1)</script>')))
    expect(root?.getElementsByTagName('script')).toHaveLength(0)
  })
})
