import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const FIXTURES = path.join(import.meta.dirname, '../fixtures/corpus')

const OPENINGS: Record<string, string> = {
  'no-metadata': '# A title\n',
  'front-matter':
    '---\nDocument ID: ID-NUMBER\nVersion: 1.0\nLast Review Date: 2026-03-04\n---\n\n# A title\n',
  'metadata-lines': '# A title\n\nDocument ID: ID-NUMBER  \nVersion: 1.0  \nStatus: DRAFT\n',
  untitled: '',
}

const BLOCKS: Record<string, string> = {
  paragraph: 'Words in *one* and **two** lines,\nwith `code` and a [link](https://example.org "t").',
  'atx-heading': '## 3. A numbered section\n\nIts words.\n\n### Below it',
  'setext-heading': 'A section\n---------\n\nIts words.',
  'bullet-list': '- one\n- two\n  - three\n\n- loose',
  'ordered-list': '3. three\n4. four\n   1. one\n\n10) ten',
  'task-list': '- [ ] open\n- [x] done\n  - [X] within',
  quote: '> quoted\n> > twice\nlazy\n\n> 🔴 BLOCKED: waiting',
  'fenced-code': '```ts\nconst a = `b`\n```\n\n~~~\n```\n~~~',
  'indented-code': '    code\n\n\tcode after a tab',
  table: '| a | b |\n|:--|--:|\n| `x \\| y` | **z** |\n| alone |',
  'sharp-table': '| # | Who | What |\n|---|---|---|\n| 1 | A | B |',
  html: '<details><summary>More</summary>\n\nHidden\n\n</details>\n\n<!-- note -->',
  footnote: 'A claim[^1].\n\n[^1]: Its source.\n\n    And more.',
  reference: "[one], [two][one], ![three][one]\n\n[one]: https://example.org/one 'A title'",
  autolink: '<https://example.org>, https://example.org/a_b, www.example.org, a@example.org',
  image: '![alt *text*](image.png)',
  break: 'hard  \nbreak\\\nsoft\nbreak\n\n***',
  entities: '&amp; &copy; &#35; &#x1F600; &nope; \\& \\# \\\\',
  georgian: 'ქართული ტექსტი „ბრჭყალებში“ — და მუხლი №3.',
  'other-scripts': 'Русский, Türkçe, հայերեն, العربية, e\u0301, 👩‍👩‍👧‍👦',
  strikethrough: '~~gone~~ and ~one~ tilde',
  'odd-spaces': 'a\u00a0b\u200bc\u2028d\tE   ',
}

/** Every opening with every block, and every block with the next two. */
function corpus(): Map<string, string | Uint8Array> {
  const texts = new Map<string, string | Uint8Array>()
  const blocks = Object.entries(BLOCKS)
  const add = (name: string, text: string) =>
    texts.set(`${name}.md`, text.replace('NUMBER', String(texts.size)))
  for (const [opening, head] of Object.entries(OPENINGS)) {
    for (const [index, [name, block]] of blocks.entries()) {
      add(`${opening}-${name}`, `${head}\n${block}\n`)
      const more = [1, 7].map(step => blocks[(index + step) % blocks.length]?.[1] ?? '')
      add(`${opening}-${name}-among-others`, `${head}\n${[block, ...more].join('\n\n')}\n`)
      add(`${opening}-${name}-in-a-list`, `${head}\n- ${block.replaceAll('\n', '\n  ')}\n`)
    }
  }
  for (const name of readdirSync(FIXTURES)) texts.set(name, readFileSync(path.join(FIXTURES, name)))
  return texts
}

let database: TestDatabase
const content = new ContentFolder()

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  content.remove()
  await database.drop()
})

it('makes a document of every text of a corpus of all constructs', async () => {
  const texts = corpus()
  expect(texts.size).toBeGreaterThan(200)
  for (const [name, text] of texts) content.write(`80_chain/${name}`, text)
  const run = () =>
    ingest({
      contentFolder: content.folder,
      databaseUrl: database.writeUrl,
      now: new Date('2026-03-20'),
      onProgress: () => {},
    })
  const { diagnostics, counts } = await run()
  expect(diagnostics.filter(found => found.severity === 'error')).toEqual([])
  expect(counts.documents).toBe(texts.size)
  const shown = await database.query<{ path: string }>(
    'SELECT c.document_path AS path FROM standing_text c JOIN text_revision r ON r.id = text_revision_id WHERE title <> $$$$ ORDER BY 1',
  )
  expect(shown.map(row => `${row.path.slice('80_chain/'.length)}.md`).toSorted()).toEqual(
    [...texts.keys()].toSorted(),
  )
  expect((await run()).changed).toBe(false)
})
