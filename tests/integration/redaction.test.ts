import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { openAsker } from '#tests/integration/asker.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import type { SentQuery } from '#tests/integration/recorded-queries.ts'

const CLOSED = `  - code: 90_closed
    version: v1.0.0
    ownerRole: DOCUMENT_CUSTODIAN
    reviewCycleDays: 60
    approvalAuthority: [GOVERNANCE_ADMIN]
    class: RESTRICTED
    title: { ka: დახურული, en: Closed }
`
const content = new ContentFolder()
let database: TestDatabase
let asker: ReturnType<typeof openAsker>

const document = (id: string, kind: string | null, words: string) =>
  `---\nDocument ID: ${id}\nOwner Role: CHAIN_OFFICER\nLast Review Date: 2026-03-04\n${kind === null ? '' : `Class: ${kind}\n`}---\n\n# ${id}\n\n${words} lighthouse\n`

beforeAll(async () => {
  database = await createTestDatabase()
  content.write('categories.yaml', content.read('categories.yaml') + CLOSED)
  content.write('80_chain/opendoc/en.md', document('OPENDOC', null, 'openword'))
  content.write('80_chain/innerdoc/en.md', document('INNERDOC', 'INTERNAL', 'innerword'))
  content.write('80_chain/sealeddoc/en.md', document('SEALEDDOC', 'RESTRICTED', 'sealedword'))
  content.write('90_closed/firstdoc/en.md', document('FIRSTDOC', null, 'firstword'))
  content.write('90_closed/listdoc/en.md', checklist(ROWS).replace('TEST-CHECKLIST', 'LISTDOC'))
  const { diagnostics } = await ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date('2026-03-13T10:00:00Z'),
    onProgress: () => {},
  })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  asker = openAsker(database.viewUrls)
})
afterAll(async () => {
  asker?.close()
  await database?.drop()
  content.remove()
})

const SEEN_BY_ALL = ['owner', 'reviewer', 'admin']
const SEEN_BY_FEW = ['reviewer', 'admin']
const INNER = { kind: 'document', place: '80_chain', class: 'INTERNAL', count: 1, visibleTo: SEEN_BY_ALL }
const SEALED = { kind: 'document', place: '80_chain', class: 'RESTRICTED', count: 1, visibleTo: SEEN_BY_FEW }
const CLOSED_ONES = {
  kind: 'document',
  place: '90_closed',
  class: 'RESTRICTED',
  count: 2,
  visibleTo: SEEN_BY_FEW,
}

/** What each scope is told that it does not see. */
const TOLD: Readonly<Record<Scope, readonly (typeof INNER)[]>> = {
  guest: [INNER, SEALED, CLOSED_ONES],
  owner: [SEALED, CLOSED_ONES],
  reviewer: [],
  admin: [],
}

/** What each scope may open. */
const OPENED: Readonly<Record<Scope, readonly string[]>> = {
  guest: ['80_chain/opendoc'],
  owner: ['80_chain/opendoc', '80_chain/innerdoc'],
  reviewer: [
    '80_chain/opendoc',
    '80_chain/innerdoc',
    '80_chain/sealeddoc',
    '90_closed/firstdoc',
    '90_closed/listdoc',
  ],
  admin: [
    '80_chain/opendoc',
    '80_chain/innerdoc',
    '80_chain/sealeddoc',
    '90_closed/firstdoc',
    '90_closed/listdoc',
  ],
}
const EVERY = OPENED.admin

interface Listed {
  readonly scope: Scope
  readonly documents: readonly { readonly id: string }[]
  readonly withheld: readonly object[]
}

const WORDS = {
  INTERNAL: '(class INTERNAL); visible to: Owner, Reviewer, and Admin',
  RESTRICTED: '(class RESTRICTED); visible to: Reviewer and Admin',
}

/** The sentences of a text that tell what is withheld, in their order. */
const toldIn = (text: string): string[] =>
  [...text.matchAll(/(\d+) documents? (?:is|are) withheld (.*?\.)/g)].map(
    ([, count, words]) => `${count} ${words?.replaceAll('\\', '')}`,
  )
const sentencesFor = (scope: Scope) =>
  TOLD[scope].map(entry => `${entry.count} ${WORDS[entry.class as keyof typeof WORDS]}.`)

describe.for(SCOPES)('what is withheld from the scope %s', scope => {
  test('is told with place, number, class and who may see it, and nothing that it sees is', async () => {
    for (const way of ['documents', 'checklists']) {
      const { scope: read, withheld } = (await asker.ask(scope, way)).found as Listed
      expect([read, withheld]).toEqual([scope, TOLD[scope]])
    }
    const shelves = (await asker.ask(scope, 'shelf')).found as {
      category: { code: string }
      documents: { path: string }[]
      withheld: object[]
    }[]
    expect(shelves.map(({ category }) => category.code)).toEqual(['80_chain', '90_closed'])
    expect(shelves.flatMap(({ documents }) => documents.map(({ path }) => path)).toSorted()).toEqual(
      OPENED[scope].toSorted(),
    )
    expect(shelves.flatMap(({ withheld }) => withheld)).toEqual(
      TOLD[scope].map(({ visibleTo: _, ...entry }) => entry),
    )
  })

  test('is told in the same words as Markdown and as a table', async () => {
    for (const way of ['csv', 'markdown', 'changes', 'changes.csv']) {
      const { body } = (await asker.ask(scope, way, 'docs')).found as { body: string }
      expect(toldIn(body)).toEqual(sentencesFor(scope))
    }
  })

  test('is told as Markdown where the front page has no checklist for the reader', async () => {
    const { body } = (await asker.ask(scope, 'markdown')).found as { body: string }
    expect(body.includes('There is no checklist')).toBe(TOLD[scope].length > 0)
    expect(toldIn(body)).toEqual(sentencesFor(scope))
  })

  test('is told of a search, whatever is looked for, in its category alone', async () => {
    for (const q of ['lighthouse', 'sealedword', 'nothinghasthisword']) {
      const { withheld } = (await asker.ask(scope, 'search', `q=${q}`)).found as Listed
      expect(withheld).toEqual(TOLD[scope])
      for (const way of ['search.csv', 'search.md']) {
        const { body } = (await asker.ask(scope, way, `q=${q}`)).found as { body: string }
        expect([way, toldIn(body)]).toEqual([way, sentencesFor(scope)])
      }
    }
    const { withheld } = (await asker.ask(scope, 'search', 'q=lighthouse&category=90_closed')).found as Listed
    expect(withheld).toEqual(TOLD[scope].filter(({ place }) => place === '90_closed'))
  })

  test('is found by no word in it, and all else is', async () => {
    for (const [path, word] of [
      ['80_chain/opendoc', 'openword'],
      ['80_chain/innerdoc', 'innerword'],
      ['80_chain/sealeddoc', 'sealedword'],
      ['90_closed/firstdoc', 'firstword'],
    ] as const) {
      const { items } = (await asker.ask(scope, 'search', `q=${word}`)).found as {
        items: { page: string }[]
      }
      expect([path, items.some(({ page }) => page.includes(path))]).toEqual([
        path,
        OPENED[scope].includes(path),
      ])
    }
  })
})

/** Each address of a document, by the ways that lead to it. */
const WAYS: readonly (readonly [way: string, what: (path: string) => string])[] = [
  ['page', path => path],
  ['page', path => `${path}/2`],
  ['compare', path => path],
  ['compare', path => `${path}/2`],
  ['document', path => path.replace('/', '~')],
  ['document', path => path],
  ['document', path => (path.split('/')[1] ?? '').toUpperCase()],
  ['checklist', path => path],
  ['changes.json', path => path],
  ['older', path => `docs-${path.replace(/[/_]/g, '-')}-md`],
  ['csv', path => `docs/${path}`],
  ['markdown', path => `docs/${path}`],
  ['markdown', path => `docs/${path}/2`],
  ['markdown', path => `compare/${path}`],
]

/** A text without the name that ends an address, so that those of two addresses can be held against each other. */
function nameless(text: string, path: string): string {
  const [, name = ''] = path.split('/')
  return text.replaceAll(name, '…').replaceAll(name.toUpperCase(), '…')
}

/** The statements and their plans for a login. Those that are asked side by side come in no order. */
async function plansOf(scope: Scope, queries: readonly SentQuery[], path: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.viewUrls[scope] })
  await client.connect()
  try {
    const plans: string[] = []
    for (const { text, values } of queries) {
      if (!/^\s*(?:SELECT|WITH)/i.test(text)) plans.push(text)
      else {
        const { rows } = await client.query(`EXPLAIN (COSTS OFF) ${text}`, [...values])
        plans.push(nameless([text, ...rows.map(row => row['QUERY PLAN'])].join('\n'), path))
      }
    }
    return plans.toSorted()
  } finally {
    await client.end()
  }
}

describe.for(['guest', 'owner'] as const)('a direct address of what the scope %s does not see', scope => {
  const hidden = EVERY.filter(path => !OPENED[scope].includes(path))

  test.for(WAYS.map(([way, what]) => [way, what('80_chain/thing'), what] as const))(
    'is answered as one of nothing, after the same questions to the database: %s %s',
    async ([way, , what]) => {
      for (const path of hidden) {
        // As long as the other, in the same category.
        const absent = path.replace(/[a-z]+$/, name => 'x'.repeat(name.length))
        const there = await asker.ask(scope, way, what(path))
        const nothing = await asker.ask(scope, way, what(absent))
        expect(nameless(JSON.stringify(there.found), path)).toBe(
          nameless(JSON.stringify(nothing.found), absent),
        )
        expect(there.queries.length).toBeGreaterThan(0)
        expect(await plansOf(scope, there.queries, path)).toEqual(
          await plansOf(scope, nothing.queries, absent),
        )
      }
    },
  )

  test('leads somewhere for who sees it', async () => {
    for (const path of hidden) {
      expect((await asker.ask('reviewer', 'page', path)).found).toMatchObject({ kind: 'document' })
      expect((await asker.ask('reviewer', 'document', path)).found).toMatchObject({ scope: 'reviewer' })
    }
  })
})
