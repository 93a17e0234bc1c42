import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ingest } from '#features/ingest/ingest.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const DOCUMENT = '80_chain/paper'

let database: TestDatabase
let content: ContentFolder
let hour: number

beforeEach(async () => {
  database = await createTestDatabase()
  content = new ContentFolder()
  hour = 10
})

afterEach(async () => {
  content.remove()
  await database.drop()
})

function write(lang: string, front: string, body: string): void {
  const metadata = 'Document ID: TEST\nOwner Role: CHAIN_OFFICER\nLast Review Date: 2026-03-04\n'
  content.write(`${DOCUMENT}/${lang}.md`, `---\n${metadata}${front}---\n\n# T\n\nintro\n\n${body}`)
}

/** Codes of the errors that ingest finds. */
async function errors(): Promise<string[]> {
  const now = new Date(`2026-03-13T${hour++}:00:00Z`)
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now,
    onProgress: () => {},
  })
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

/** Whatever a guest's login reads in which a word occurs. */
async function guestReads(word: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.viewUrls.guest })
  await client.connect()
  const { rows } = await client.query(
    `SELECT said FROM (SELECT words AS said FROM text_part UNION ALL SELECT heading FROM text_section
      UNION ALL SELECT title || body FROM search_text_public) AS everything WHERE said LIKE $1`,
    [`%${word}%`],
  )
  await client.end()
  return rows.map(({ said }) => said)
}

it('a translation with one section more is refused where a section is withheld, and publishes none of it', async () => {
  write('ka', 'Section Classes: { top.1: RESTRICTED }\n', '## Secret\n\nkaSecret\n')
  write('en', '', '## Note of the translator\n\nhello\n\n## Canary heading\n\nsecretCanary\n')
  expect(await errors()).toEqual(['section-class-unpaired', 'section-class-unpaired'])
  expect(await guestReads('anary')).toEqual([])
})

it('a translation that does not say the name of a withheld section is refused', async () => {
  write(
    'ka',
    'Sections: { Secret: salaries }\nSection Classes: { salaries: RESTRICTED }\n',
    '## Secret\n\nkaSecret\n',
  )
  write('en', '', '## Canary heading\n\nsecretCanary\n')
  expect(await errors()).toEqual(['section-class-unpaired'])
  write('en', 'Sections: { Canary heading: salaries }\n', '## Canary heading\n\nsecretCanary\n')
  expect(await errors()).toEqual([])
  expect(await guestReads('anary')).toEqual([])
  expect(await guestReads('intro')).not.toEqual([])
})

it('a past translation whose sections are not surely paired publishes none of them, and its paired ones all', async () => {
  content.git('init', '-q')
  const classes =
    'Sections: { Pay: salaries }\nSection Classes: { top.1: RESTRICTED, salaries: RESTRICTED }\n'
  write('ka', classes, '## Secret\n\nkaSecret\n\n## Pay\n\nkaPay\n\n## 1. One\n\none\n')
  write(
    'en',
    '',
    '## Note\n\nhello\n\n## Canary heading\n\nfirst canary\n\n## Wages\n\nlast canary\n\n## 1. One\n\npastOpen\n',
  )
  content.commit('2026-03-10T10:00:00Z')
  write('en', '', '## Other\n\nother\n\n## 1. One\n\none\n')
  content.commit('2026-03-11T10:00:00Z')
  expect(await errors()).toEqual([])
  expect(await guestReads('anary')).toEqual([])
  expect(await guestReads('pastOpen')).not.toEqual([])
})

it('a section that is taken out keeps its past to itself when its number is given to another', async () => {
  const open = '## 1. One\n\nopen\n\n'
  write(
    'ka',
    'Section Classes: { w-2: RESTRICTED }\n',
    `${open}## 2. Secret\n\npastCanary\n\n## 3. Three\n\nthree\n`,
  )
  expect(await errors()).toEqual([])
  write('ka', '', `${open}## 2. Three\n\nthree\n`)
  expect(await errors()).toEqual([])
  expect(await guestReads('pastCanary')).toEqual([])
  expect(await guestReads('three')).not.toEqual([])
})
