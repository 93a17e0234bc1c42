import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import type { ClassCounts, Classed } from '#features/access/class-counts-model.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { viewVariables } from '#features/access/view-urls-model.ts'
import { ingest } from '#features/ingest/ingest.ts'
import { readTranslations } from '#features/ingest/translations-ingest.ts'
import type { UpkeepPage } from '#features/upkeep/upkeep-model.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'

const CHILD = path.join(import.meta.dirname, 'upkeep-child.ts')
const run = promisify(execFile)
const RULE = '80_chain/rule'
const HEAD = '---\nDocument ID: RULE\n---\n\n'
const georgian = (third: string) => `${HEAD}# წესი\n\n## 1. პირველი\n\nსიტყვა.\n\n## შენიშვნა\n\n${third}\n`

interface Told {
  readonly scope: Scope
  readonly upkeep: UpkeepPage
  readonly classes: Readonly<Record<Classed, ClassCounts>>
  /** True: permission denied. */
  readonly ingests:
    | { readonly steps: readonly object[]; readonly titles: readonly unknown[]; readonly hasMore: boolean }
    | true
}

const content = new ContentFolder()
let database: TestDatabase

const ingestAt = (now: string) =>
  ingest({
    contentFolder: content.folder,
    databaseUrl: database.writeUrl,
    now: new Date(now),
    onProgress: () => {},
  })

async function askAll(day: readonly string[]): Promise<Told[]> {
  const { stdout } = await run(process.execPath, [CHILD, ...day], {
    env: { ...process.env, ...viewVariables(database.viewUrls) },
  })
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

/** What each scope was told of a day: asked once. */
const asked = new Map<string, Promise<Told[]>>()

async function told(scope: Scope, ...day: string[]): Promise<Told | undefined> {
  const all = asked.get(day.join()) ?? askAll(day)
  asked.set(day.join(), all)
  return (await all).find(each => each.scope === scope)
}

/** Georgian of three commits; English of the first, with a section of its own; Russian that does not say; two more documents. */
beforeAll(async () => {
  database = await createTestDatabase()
  // As an earlier version left it, which did not record what changed.
  await database.query(
    `INSERT INTO ingest (id, revision, ingested_at, documents, texts, lines)
     VALUES (0, 'earlier', '2026-03-02T10:00:00Z', 1, 1, 0)`,
  )
  content.git('init', '-q', '-b', 'main')
  content.write(`${RULE}/ka.md`, georgian('ერთი.'))
  content.write(`${RULE}/en.md`, `${HEAD}# Rule\n\n## 1. First\n\nA word.\n\n## Note\n\nOne.\n`)
  const env = { PATH: process.env['PATH'], HOME: content.folder, MZA_CONTENT: content.folder }
  await run(process.execPath, [path.join('cli', 'mza.ts'), 'translations', 'mark', RULE], {
    cwd: PROJECT,
    env: env as never,
  })
  content.write(`${RULE}/ru.md`, `${HEAD}# Правило\n\n## 1. Первое\n\nСлово.\n\n## 2. Второе\n\nСлово.\n`)
  content.commit('2026-03-04T12:00:00+04:00')
  await ingestAt('2026-03-04T10:00:00Z')
  content.write(`${RULE}/ka.md`, georgian('ორი.'))
  content.commit('2026-03-10T12:00:00+04:00')
  content.write(`${RULE}/ka.md`, georgian('სამი.'))
  content.write('80_chain/secret/ka.md', '---\nClass: RESTRICTED\n---\n\n# საიდუმლო\n')
  content.write('80_chain/inner/ka.md', '---\nClass: INTERNAL\n---\n\n# შიდა\n')
  content.commit('2026-03-20T12:00:00+04:00')
  await ingestAt('2026-03-20T10:00:00Z')
})

afterAll(async () => {
  await database.drop()
  content.remove()
})

const ruleOf = (upkeep: UpkeepPage | undefined) =>
  upkeep?.neglected.find(({ document }) => document.path === RULE)

describe('what documents lack', () => {
  it('is told of translations as the command tells it of files', async () => {
    const { translations } = await readTranslations(content.folder, new Date('2026-03-21T10:00:00Z'))
    const found = ruleOf((await told('admin'))?.upkeep)
    const wanted = translations.filter(each => each.path === RULE && ['en', 'ru'].includes(each.locale))
    const plain = (all: typeof translations | undefined) =>
      all
        ?.map(({ locale, state, counts }) => ({ locale, state, counts }))
        .toSorted((a, b) => (a.locale < b.locale ? -1 : 1))
    expect(plain(found?.drifted as typeof translations | undefined)).toEqual(plain(wanted))
    expect(wanted.map(({ state }) => state)).toEqual(['behind', 'missing'])
    expect(found?.absent).toEqual(['tr', 'hy', 'ar'])
  })

  it('is told of a day gone by as it was then', async () => {
    const then = ruleOf((await told('admin', '2026-03-05'))?.upkeep)
    expect(then?.drifted.map(({ locale }) => locale)).toEqual(['ru'])
  })

  it('is told of the documents alone that the reader may see', async () => {
    const totals = await Promise.all(
      (['guest', 'owner', 'reviewer'] as const).map(async scope => (await told(scope))?.upkeep.total),
    )
    expect(totals).toEqual([1, 2, 3])
  })
})

describe('what was taken in', () => {
  it('is told to admins, with what each ingest changed', async () => {
    expect((await told('admin'))?.ingests).toMatchObject({
      hasMore: true,
      steps: [
        { documents: 3, texts: 5, lines: 0, change: { documents: 2, texts: 2, lines: 0 } },
        { documents: 1, texts: 3, lines: 0, change: { documents: 0, texts: 2, lines: 0 } },
      ],
    })
  })

  it('names the first documents that each ingest changed, by their titles and languages, and how many there are', async () => {
    const unchanged = { came: [], changed: [], gone: [], isReclassed: false }
    const georgian = { authority: 'authoritative', lang: 'ka' }
    expect((await told('admin'))?.ingests).toMatchObject({
      steps: [
        {
          changes: {
            documents: {
              total: 3,
              named: [
                { ...unchanged, path: '80_chain/inner', came: ['ka'] },
                { ...unchanged, path: RULE, changed: ['ka'] },
              ],
            },
            wholes: [],
          },
        },
        {
          changes: {
            documents: { total: 1, named: [{ ...unchanged, path: RULE, came: ['ka', 'en', 'ru'] }] },
            wholes: ['categories'],
          },
        },
      ],
      titles: expect.arrayContaining([
        ['80_chain/inner', { ...georgian, text: 'შიდა' }],
        [RULE, expect.objectContaining({ lang: 'en', text: 'Rule' })],
      ]),
    })
  })

  it('is told of a day gone by up to its end', async () => {
    expect((await told('admin', '2026-03-19'))?.ingests).toMatchObject({
      steps: [
        { documents: 1, texts: 3 },
        { documents: 1, texts: 1 },
      ],
    })
  })

  it('is told without what it changed where that was not recorded', async () => {
    const { ingests } = (await told('admin', '2026-03-02')) ?? {}
    expect(ingests).toMatchObject({ steps: [{ documents: 1, change: null, changes: null }], titles: [] })
  })

  it.for(['guest', 'owner', 'reviewer'] as const)(
    'is refused by the database to the scope of %s',
    async scope => {
      expect((await told(scope))?.ingests).toBe(true)
    },
  )
})

it('an admin is told how many documents there are of each class', async () => {
  expect((await told('admin'))?.classes.documents).toEqual({ PUBLIC: 1, INTERNAL: 1, RESTRICTED: 1 })
  expect((await told('guest'))?.classes.documents).toEqual({ PUBLIC: 1, INTERNAL: 0, RESTRICTED: 0 })
})
