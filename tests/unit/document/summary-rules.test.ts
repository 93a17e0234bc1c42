import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '#features/document/markdown-rules.ts'
import { summaryOf } from '#features/document/summary-rules.ts'

const summary = (markdown: string, longest = 160) => summaryOf(parseMarkdown(markdown).children, longest)

describe('a summary', () => {
  test('is the first paragraph without its markup', () => {
    expect(summary('## Heading\n\n- item\n\nFirst *words*\nwith `code`.\n\nSecond.')).toBe(
      'First words with code.',
    )
  })

  test('is cut between words, and says so', () => {
    expect(summary('one two three', 9)).toBe('one two…')
  })

  test('is empty where there is no paragraph', () => {
    expect(summary('# Heading')).toBe('')
  })

  test('is never longer than asked for, but for the mark of the cut', () => {
    fc.assert(
      fc.property(
        fc.lorem(),
        fc.integer({ min: 2, max: 80 }),
        (text, longest) => summary(text, longest).length <= longest + 1,
      ),
    )
  })
})
