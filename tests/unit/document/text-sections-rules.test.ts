import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { toMarkup } from '#features/document/markup-rules.ts'
import { sectionsOfText } from '#features/document/text-sections-rules.ts'

const CORPUS = path.resolve(import.meta.dirname, '../../fixtures/corpus')
const words = { footnotes: 'Footnotes', backToText: 'Back' }

/** Makes every attempt to change a value throw. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}

describe('the sections of a text', () => {
  test('are read once, and are others for another text', () => {
    const first = sectionsOfText('a', '## 1. One\n\nwords')
    expect(sectionsOfText('a', '## 1. One\n\nwords')).toBe(first)
    expect(sectionsOfText('a', '## 1. One\n\nother words')).not.toEqual(first)
  })

  test.for(fs.readdirSync(CORPUS))('are not changed by showing them: %s', name => {
    const sections = freeze(sectionsOfText('a', fs.readFileSync(path.join(CORPUS, name), 'utf8')))
    const shown = () => sections.map(({ nodes, anchor }) => toMarkup(nodes, anchor, words))
    expect(shown()).toEqual(shown())
  })
})
