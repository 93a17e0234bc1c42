import fc from 'fast-check'
import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '#features/document/markdown-rules.ts'
import { toMarkup } from '#features/document/markup-rules.ts'

const words = { footnotes: 'Footnotes', backToText: 'Back' }

function elementsOf(markdown: string): Element[] {
  const elements: Element[] = []
  visit(toMarkup(parseMarkdown(markdown).children, 'w-1', words), 'element', element => {
    elements.push(element)
  })
  return elements
}

const names = (markdown: string) => elementsOf(markdown).map(element => element.tagName)

describe('markup', () => {
  test('has nothing of raw HTML', () => {
    expect(names('a <b onclick="x">b</b>\n\n<script>alert(1)</script>\n\n<style>p{}</style>')).toEqual(['p'])
  })

  test('has no link that would run', () => {
    const [, link] = elementsOf('[x](javascript:alert%281%29)')
    expect(link?.properties['href']).toBeUndefined()
  })

  test('marks a status sign, so that no font is needed to draw it', () => {
    const signs = elementsOf('🔴 BLOCKED and ⚪ TODO').filter(element => element.tagName === 'data')
    expect(signs.map(sign => sign.properties['value'])).toEqual(['BLOCKED', 'TODO'])
  })

  test('leads a footnote and its reference to one another', () => {
    const elements = elementsOf('Text[^a].\n\n[^a]: Note.')
    const ids = elements.map(element => element.properties['id']).filter(Boolean)
    const targets = elements.map(element => element.properties['href']).filter(Boolean)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of targets) expect(ids).toContain(String(target).slice(1))
    for (const id of ids) expect(String(id).startsWith('w-1-')).toBe(true)
  })

  test('never holds a style, a handler or a script, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            ...'<>a="/ \n*_[](){}!#|-:`&;style'.split(''),
            '<script>',
            '<p style="x">',
            'javascript:',
          ),
        }),
        text => {
          for (const { tagName, properties } of elementsOf(text)) {
            expect(['script', 'style', 'iframe', 'object']).not.toContain(tagName)
            expect(Object.keys(properties).filter(name => name === 'style' || name.startsWith('on'))).toEqual(
              [],
            )
            expect(String(properties['href'] ?? '')).not.toMatch(/^\s*javascript:/i)
          }
        },
      ),
    )
  })
})
