import { expect, test } from 'vitest'
import { readText } from '#features/document/text-rules.ts'
import { textSectionsOf } from '#features/document/text-section-rules.ts'
import { checkSectionCounts } from '#features/localization/section-count-rules.ts'

function textOf(locale: string, headings: readonly string[], names = '') {
  const front = names === '' ? '' : `---\nSections: { ${names} }\n---\n\n`
  const file = `content/80_chain/list/${locale}.md`
  const { text } = readText(
    file,
    `${front}# T\n\n${headings.map(heading => `## ${heading}\n\nx\n`).join('\n')}`,
  )
  if (!text) throw new Error('expected a text')
  const source = { path: `80_chain/list/${locale}.md`, file, bytes: null } as never
  return { source, names: text.sectionNames, facts: { sections: textSectionsOf(text) } }
}

const messages = (
  authoritative: Parameters<typeof textOf>,
  translation: Parameters<typeof textOf>,
): string[] =>
  checkSectionCounts(textOf(...authoritative), textOf(...translation)).map(({ message }) => message)

const AIMS = ['ka', ['Aims', 'Rules', 'Legend', '1. One', 'Note']] as const

test('a translation that has fewer sections without a number than the authoritative text is warned of', () => {
  expect(messages([...AIMS], ['en', ['Purpose', 'Legend', '1. One', 'Note']])).toEqual([
    'expected 3 unnumbered sections after top, as content/80_chain/list/ka.md has, found 2: Purpose, Legend',
  ])
})

test('a translation that has more of them is warned of as well', () => {
  expect(messages([...AIMS], ['en', ['A', 'B', 'C', '1. One', 'Note', 'More']])).toEqual([
    'expected 1 unnumbered sections after w-1, as content/80_chain/list/ka.md has, found 2: Note, More',
  ])
})

test('sections that a text names, or that only one text has in a place, are not in doubt', () => {
  const english = ['Purpose', 'Legend', '1. One', 'Note']
  expect(messages([...AIMS], ['en', english, 'Purpose: top.1, Legend: top.3'])).toEqual([])
  expect(
    messages(['ka', ['Aims', 'Rules', 'Legend'], 'Aims: aims, Rules: rules, Legend: legend'], ['en', ['A']]),
  ).toEqual([])
  expect(messages([...AIMS], ['en', ['1. One']])).toEqual([])
  expect(messages([...AIMS], ['ru', [...AIMS[1]]])).toEqual([])
})
