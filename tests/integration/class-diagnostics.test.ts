import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readContent } from '#features/document/content-ingest.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'

const DOCUMENT = '80_chain/checklist'

let content: ContentFolder

beforeEach(() => {
  content = new ContentFolder()
})

afterEach(() => content.remove())

const withFront = (front: string, lang = 'en') =>
  checklist(ROWS, lang).replace('---\n\n# ', `${front}\n---\n\n# `)

/** Errors of the content, without the folder that it is in. */
async function errors(): Promise<string[]> {
  const { diagnostics } = await readContent(content.folder, new Date('2026-03-05T10:00:00Z'))
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ file, line, column, code }) => `${file.slice(file.lastIndexOf('/') + 1)}:${line}:${column} ${code}`,
    )
}

describe('a class of a section or of notes', () => {
  it('is stricter than that of the document, or the same', async () => {
    content.write(
      `${DOCUMENT}/en.md`,
      withFront('Section Classes: { w-1: INTERNAL }\nNote Class: RESTRICTED'),
    )
    expect(await errors()).toEqual([])
    content.write(
      `${DOCUMENT}/en.md`,
      withFront('Class: INTERNAL\nSection Classes: { w-1: PUBLIC }\nNote Class: PUBLIC'),
    )
    expect(await errors()).toEqual(['en.md:6:25 class-below-document', 'en.md:7:13 class-below-document'])
  })

  it('is of a section that there is', async () => {
    content.write(`${DOCUMENT}/en.md`, withFront('Section Classes: { w-4: INTERNAL }'))
    expect(await errors()).toEqual(['en.md:5:25 section-class-absent'])
  })

  it('is not that of the section with the tracker, whose facts have the class of the document', async () => {
    const text = withFront('Section Classes: { top.1: INTERNAL }').replace('| # |', '## Tracker\n\n| # |')
    content.write(`${DOCUMENT}/en.md`, text)
    expect(await errors()).toEqual(['en.md:5:27 section-class-tracker'])
  })

  it('is the same in a translation that says any', async () => {
    content.write(
      `${DOCUMENT}/ka.md`,
      withFront('Section Classes: { w-1: INTERNAL }\nNote Class: INTERNAL', 'ka'),
    )
    content.write(`${DOCUMENT}/en.md`, withFront('Section Classes: { w-1: INTERNAL }'))
    expect(await errors()).toEqual([])
    content.write(
      `${DOCUMENT}/en.md`,
      withFront('Section Classes: { w-1: RESTRICTED }\nNote Class: RESTRICTED'),
    )
    expect(await errors()).toEqual([
      'en.md:5:25 section-class-disagrees',
      'en.md:6:13 section-class-disagrees',
    ])
  })

  it('of notes does not cover words of a blocker outside its note, and these are refused', async () => {
    const text = withFront('Note Class: INTERNAL').replace(
      '## 1. Section',
      '- 🔴 BLOCKED: a key.\n\n## 1. Section',
    )
    content.write(`${DOCUMENT}/en.md`, text)
    const { diagnostics } = await readContent(content.folder, new Date('2026-03-05T10:00:00Z'))
    const line = text.split('\n').findIndex(words => words.startsWith('- 🔴')) + 1
    expect(diagnostics.map(found => [found.line, found.severity, found.code])).toContainEqual([
      line,
      'error',
      'note-outside',
    ])
    content.write(`${DOCUMENT}/en.md`, text.replace('Note Class: INTERNAL\n', ''))
    expect(
      (await readContent(content.folder, new Date('2026-03-05T10:00:00Z'))).diagnostics.map(
        ({ code }) => code,
      ),
    ).not.toContain('note-outside')
  })

  it('of notes does not cover a note within a list, and it is refused', async () => {
    const text = withFront('Note Class: INTERNAL')
    content.write(`${DOCUMENT}/en.md`, text.replace('## 1. S', '- a\n\n  > 🔴 BLOCKED a key\n\n## 1. S'))
    expect(await errors()).toEqual(['en.md:16:1 note-outside'])
  })

  it('is at least as mild where a footnote stands as where it is referred to', async () => {
    const text = withFront('Section Classes: { w-3: RESTRICTED }\nNote Class: RESTRICTED')
    const written = (one: string, two: string) =>
      text.replace('## 2. Section\n', `${one}\n\n## 2. Section\n`).concat(`\n${two}\n`)
    content.write(`${DOCUMENT}/en.md`, written('See [^1].', '[^1]: secret'))
    expect(await errors()).toEqual(['en.md:31:1 footnote-class'])
    content.write(`${DOCUMENT}/en.md`, written('[^1]: open', 'See [^1].'))
    expect(await errors()).toEqual([])
    content.write(`${DOCUMENT}/en.md`, written('> 🔴 BLOCKED: see [^1].', '[^1]: secret'))
    expect(await errors()).toEqual([])
  })

  it('is the same, or milder, where a heading comes that a section below has too', async () => {
    const text = withFront('Sections: { One: first, Two: second }\nSection Classes: { first: INTERNAL }')
    const written = (first: string, second: string) =>
      `${text.replace('One: first, Two: second', `"${first}": first, "${second}": second`)}\n## ${first}\n\n## ${second}\n`
    content.write(`${DOCUMENT}/en.md`, written('Pay', 'Pay!'))
    expect(await errors()).toEqual(['en.md:31:1 section-class-heading'])
    content.write(`${DOCUMENT}/en.md`, written('Pay', 'Costs'))
    expect(await errors()).toEqual([])
    content.write(`${DOCUMENT}/en.md`, written('Pay', 'Pay!').replace('first: INTERNAL', 'second: INTERNAL'))
    expect(await errors()).toEqual([])
  })

  it('of notes is for checklists alone', async () => {
    content.write('80_chain/plain.md', '---\nNote Class: INTERNAL\n---\n# Plain\n')
    expect(await errors()).toEqual(['plain.md:2:13 note-class-without-notes'])
  })
})
