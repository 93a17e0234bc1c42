import { describe, expect, test } from 'vitest'
import { readText } from '#features/document/text-rules.ts'

const FILE = 'content/80_chain/list/ka.md'

const diagnosed = (front: string) =>
  readText(FILE, `---\n${front}\n---\n# T\n\n## 3. A\n`).diagnostics.map(
    ({ line, column, code, message }) => `${line}:${column} ${code} ${message}`,
  )

describe('the classes that a text gives to its sections', () => {
  test('are read by the keys of sections', () => {
    const { text } = readText(
      FILE,
      '---\nSection Classes: { w-3: INTERNAL, purpose: RESTRICTED }\n---\n# T\n',
    )
    expect([...(text?.sectionClasses?.classes ?? [])]).toEqual([
      ['w-3', 'INTERNAL'],
      ['purpose', 'RESTRICTED'],
    ])
  })

  test('are refused where they are none, with the place and what is expected there', () => {
    expect(diagnosed('Section Classes:\n  w-3: SECRET')).toEqual([
      '3:8 section-class Section Classes.w-3: expected PUBLIC, INTERNAL, RESTRICTED, found SECRET',
    ])
    expect(diagnosed('Section Classes:\n  w-3: [INTERNAL]')).toEqual([
      '3:3 section-class Section Classes.w-3: expected PUBLIC, INTERNAL, RESTRICTED, found none',
    ])
    expect(diagnosed('Section Classes: INTERNAL')).toEqual([
      '2:18 section-class Section Classes: expected keys of sections and their classes, found none',
    ])
  })

  test('are refused for the title and the words before the first heading: these have the class of the document', () => {
    expect(diagnosed('Section Classes: { top: INTERNAL }')).toEqual([
      '2:25 section-class Section Classes: expected the key of a section, found top',
    ])
  })

  test('need not be said', () => {
    expect(diagnosed('Section Classes:')).toEqual([])
    expect(readText(FILE, '# T\n').text?.sectionClasses).toBeNull()
  })
})

test('the class of notes is one of the classes', () => {
  expect(readText(FILE, '---\nNote Class: INTERNAL\n---\n# T\n').text?.metadata.noteClass).toBe('INTERNAL')
  expect(diagnosed('Note Class: SECRET')).toEqual([
    '2:13 metadata-value expected PUBLIC, INTERNAL, RESTRICTED for noteClass, found SECRET',
  ])
})
