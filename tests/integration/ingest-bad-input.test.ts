import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { SPARING } from '#scripts/hand-over.js'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const CHILD = path.join(import.meta.dirname, 'ingest-child.ts')
const [FIRST = '', SECOND = '', THIRD = ''] = ROWS
const FILE = '80_chain/bad/en.md'
const MEGABYTE = 1_048_576

interface Outcome {
  readonly diagnostics: readonly Diagnostic[]
  readonly revision: string | null
  readonly peakMegabytes: number
}

let database: TestDatabase
let content: ContentFolder

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => {
  content = new ContentFolder()
})
afterEach(() => content.remove())
afterAll(() => database.drop())

async function ingestInChild(): Promise<Outcome & { readonly seconds: number }> {
  const start = performance.now()
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...SPARING,
    CHILD,
    content.folder,
    database.writeUrl,
  ])
  return { ...JSON.parse(stdout), seconds: (performance.now() - start) / 1000 }
}

const write = (bytes: string | Uint8Array) => content.write(FILE, bytes)

const BAD: readonly (readonly [what: string, code: string, place: string, make: () => void])[] = [
  ['bytes that are not UTF-8', 'text-utf8', '2:3', () => write(Buffer.from('# T\nab\xff', 'latin1'))],
  ['a NUL', 'text-control', '3:2', () => write('# T\n\na\0b\n')],
  ['a file of 10 MB', 'file-size', '1:1', () => write('word '.repeat(2_000_000))],
  [
    '100,000 lists in each other on one line',
    'text-nesting',
    '3:1',
    () => write(`# T\n\n${'- '.repeat(100_000)}a\n`),
  ],
  [
    'lists in each other, a line each',
    'text-nesting',
    '101:1',
    () => write(Array.from({ length: 900 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')),
  ],
  [
    'a table with a missing column',
    'tracker-columns',
    '9:3',
    () => write(checklist([FIRST]).replaceAll(/^(\|.*\|)[^|]*\|$/gm, '$1')),
  ],
  ['a number twice', 'tracker-duplicate', '13:3', () => write(checklist([FIRST, SECOND, SECOND, THIRD]))],
  [
    'an unknown status',
    'tracker-status',
    '11:45',
    () => write(checklist([FIRST.replace('DONE', 'FINISHED')])),
  ],
  [
    'a day that is none',
    'tracker-date',
    '11:32',
    () => write(checklist([FIRST.replace('2026-03-04', '2026-02-30')])),
  ],
  [
    'a bidi control in a title',
    'text-bidi',
    '11:8',
    () => write(checklist([FIRST.replace('reeze', '\u202Eezeer')])),
  ],
  [
    'a link out of the folder',
    'symlink',
    '1:1',
    () => {
      mkdirSync(path.join(content.folder, '80_chain/bad'), { recursive: true })
      symlinkSync('/etc/passwd', path.join(content.folder, FILE))
    },
  ],
  ['a megabyte of brackets', 'text-weight', '1:1', () => write('['.repeat(MEGABYTE))],
  ['a megabyte of emphasis', 'text-weight', '1:1', () => write('*a_ '.repeat(MEGABYTE / 4))],
  ['a megabyte of setext headings', 'text-part', '2777:1', () => write('a\n---\n\n'.repeat(MEGABYTE / 7))],
  [
    'a table of 1,000 columns',
    'table-columns',
    '2:1',
    () => write(`${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n`),
  ],
]

it.each(BAD)('refuses %s, saying where, within 2 seconds and 256 MiB', async (_, code, place, make) => {
  content.write('80_chain/good.md', '# Good\n')
  make()
  const { diagnostics, seconds, peakMegabytes } = await ingestInChild()
  const errors = diagnostics.filter(found => found.severity === 'error')
  expect(errors.map(found => found.code)).toContain(code)
  const found = errors.find(candidate => candidate.code === code)
  expect(`${found?.file.endsWith(FILE)} ${found?.line}:${found?.column}`).toBe(`true ${place}`)
  expect(seconds).toBeLessThan(2)
  expect(peakMegabytes).toBeLessThan(256)
  expect(await database.query('SELECT FROM ingest')).toEqual([])
})
