import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { parseMarkdown } from '#features/document/markdown-rules.ts'
import { toMarkup } from '#features/document/markup-rules.ts'
import { readYaml } from '#features/document/yaml-rules.ts'
import { glossarySchema } from '#features/glossary/glossary-model.ts'
import { definitionOf, lettersOf } from '#features/glossary/glossary-rules.ts'
import { linkTerms } from '#features/glossary/term-link-rules.ts'
import { LOCALES, TEXT_LOCALES, type TextLocale } from '#features/localization/locale-model.ts'

const FILE = readFileSync(path.join(PROJECT, 'content', 'glossary.yaml'), 'utf8')
const read = readYaml('glossary.yaml', FILE, glossarySchema)
const terms = read.value?.terms ?? []

function markup(markdown: string, lang: TextLocale): Root {
  const tree = toMarkup(parseMarkdown(markdown).children, 'text', { footnotes: '', backToText: '' })
  linkTerms(tree, terms, lang, id => `/ka/glossary#${id}`)
  return tree
}

/** Each link to a term: its id and its words. */
function linksIn(markdown: string, lang: TextLocale): string[] {
  const found: string[] = []
  visit(markup(markdown, lang), 'element', (node: Element) => {
    const [child] = node.children
    if (node.properties['dataTerm'])
      found.push(`${node.properties['dataTerm']}: ${child?.type === 'text' ? child.value : ''}`)
  })
  return found
}

describe('the glossary of the portal', () => {
  test('holds to its form, with a word for every term in every language', () => {
    expect(read.diagnostics).toEqual([])
    expect(terms.length).toBeGreaterThan(30)
  })

  test.each(TEXT_LOCALES)('calls no two terms the same in %s', lang => {
    const names = terms.map(({ name }) => name[lang])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test.each(LOCALES)('is in the order of the letters of %s, each term once', locale => {
    const letters = lettersOf(terms, locale)
    const names = letters.flatMap(({ terms: own }) => own.map(({ name }) => name[locale]))
    expect(names).toEqual(names.toSorted(new Intl.Collator(locale).compare))
    expect(names).toHaveLength(terms.length)
    expect(new Set(letters.map(({ letter }) => letter)).size).toBe(letters.length)
  })

  test('begins its letters with no Mtavruli', () => {
    expect(lettersOf(terms, 'ka').every(({ letter }) => /^[ა-ჰ]$/.test(letter))).toBe(true)
  })

  test('says of each definition what it counts for', () => {
    const [term] = terms
    if (!term) throw new Error('There are no terms.')
    expect(definitionOf(term, 'ka')).toMatchObject({ lang: 'ka', authority: 'authoritative' })
    expect(definitionOf(term, 'en')).toMatchObject({ lang: 'en', authority: 'translation' })
  })

  test('is refused with place and mend where a term lacks a language or is there twice', () => {
    const lacking = FILE.replace(/, ar: [^}]*(?= \})/, '')
    expect(readYaml('glossary.yaml', lacking, glossarySchema).diagnostics[0]).toMatchObject({ line: 5 })
    const twice = FILE.replace('id: workstream\n', 'id: readiness\n')
    expect(readYaml('glossary.yaml', twice, glossarySchema).diagnostics[0]?.message).toContain(
      'readiness once',
    )
  })
})

describe('a text leads to a term', () => {
  test('from the first of its forms, whole words alone', () => {
    expect(linksIn('მზადყოფნის შესახებ: მზადყოფნა და მზადყოფნაში. მზადყოფნისმაგვარი.', 'ka')).toEqual([
      'readiness: მზადყოფნის',
    ])
  })

  test('of several words, in any form, and not from some of them', () => {
    expect(linksIn('სამუშაო მიმართულებების ვადა. სამუშაო დღე. პარასკევის ანგარიშში.', 'ka')).toEqual([
      'workstream: სამუშაო მიმართულებების',
      'friday-report: პარასკევის ანგარიშში',
    ])
  })

  test('by the longer of two terms that begin alike, whichever reading of the word each was found by', () => {
    const [first] = terms
    if (!first) throw new Error('There are no terms.')
    const named = (id: string, ka: string) => ({ ...first, id, name: { ...first.name, ka } })
    const own = [named('short', 'ანგარიში'), named('long', 'ანგარიშის ვადა')]
    const tree = toMarkup(parseMarkdown('ანგარიშის ვადა და ანგარიში').children, 'text', {
      footnotes: '',
      backToText: '',
    })
    linkTerms(tree, own, 'ka', id => id)
    const found: unknown[] = []
    visit(tree, 'element', ({ properties }) => {
      if (properties['dataTerm']) found.push(properties['dataTerm'])
    })
    expect(found).toEqual(['long', 'short'])
  })

  test('not from code, a heading or a link', () => {
    expect(
      linksIn('### მზადყოფნა\n\n`მზადყოფნა` [მზადყოფნა](https://example.org)\n\n    მზადყოფნა', 'ka'),
    ).toEqual([])
  })

  test('in English whatever the capitals and the number', () => {
    expect(linksIn('Workstreams slip. The Workstream is overdue; no slipper.', 'en')).toEqual([
      'workstream: Workstreams',
      'slip: slip',
      'overdue: overdue',
    ])
  })

  test('not by a word that is too common', () => {
    expect(linksIn('status, version, done, late', 'en')).toEqual([])
  })

  test('and keeps every word', () => {
    const words: string[] = []
    visit(markup('მზადყოფნა *მზადყოფნა* შემაფერხებელი გარემოება.', 'ka'), 'text', node => {
      words.push(node.value)
    })
    expect(words.join('')).toBe('მზადყოფნა მზადყოფნა შემაფერხებელი გარემოება.')
  })
})
