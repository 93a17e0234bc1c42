import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Role } from '#features/access/role-model.ts'
import { type ViewUrls, viewVariables } from '#features/access/view-urls-model.ts'
import { exchange } from '#tests/bench/exchange.ts'
import { type Goal, times } from '#tests/bench/goal.ts'
import { writeManyDocuments } from '#tests/bench/many-documents.ts'
import { median } from '#tests/bench/median.ts'
import { OUTPUT } from '#tests/bench/output.ts'
import { fillDatabase, startRenderingGate } from '#tests/bench/portal.ts'
import { progress } from '#tests/bench/progress.ts'
import type { ServerProcess } from '#tests/bench/server-process.ts'
import { table } from '#tests/bench/table.ts'
import { cookieOf } from '#tests/setup/session.ts'

const CHILD = path.join(import.meta.dirname, 'search-child.ts')
const FEW = 10
/** `MZA_BENCH_DOCUMENTS` tries it with less. */
const MANY = Number(process.env['MZA_BENCH_DOCUMENTS'] ?? 10_000)
const MOST_TIMES = 2
/** A search asks the database some ten times, one after the other, and ranks and quotes what it finds. */
const MOST_SEARCH_TIMES = 150
const ROUNDS = 15
const WARMING_ROUNDS = 4

const CHECKLIST = '/docs/80_chain/no-rework-migration-checklist'
const PAGES = [
  '',
  '/docs',
  '/docs/10_normative/bench-3',
  CHECKLIST,
  `${CHECKLIST}/3`,
  '/friday',
  '/changes',
  '/evidence',
  '/glossary',
  '/search',
  '/search?q=idempotency',
]
/** What an administrator is shown of every document, or of its number. */
const ADMIN_PAGES = ['', '/upkeep', '/ingests', '/access']

/** Forms that list every document there is, and so grow with their number: they are measured, not bounded. */
const LISTS = [
  '/ka/docs.md',
  '/ka/docs.csv',
  '/api/v1/documents',
  '/calendar/ka.ics',
  '/llms.txt',
  '/sitemap.xml',
]
const LIST_ROUNDS = 3

interface Side {
  readonly viewUrls: ViewUrls
  readonly ingestSeconds: number
}

async function fill(adminUrl: string, documents: number): Promise<Side> {
  progress(`ingesting ${documents} documents in six languages`)
  const folder = path.join(OUTPUT, `documents-${documents}`)
  fs.mkdirSync(folder, { recursive: true })
  writeManyDocuments(folder, documents)
  return fillDatabase(adminUrl, folder)
}

const at95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN

/** Searches among many documents beside lookups by primary key. */
async function measureSearches({ viewUrls }: Side): Promise<Goal> {
  progress(`searching ${MANY} documents`)
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD], {
    env: { ...process.env, ...viewVariables(viewUrls) },
  })
  const { searches, lookups }: { searches: [string, number[]][]; lookups: number[] } = JSON.parse(stdout)
  const key = at95(lookups)
  const all = at95(searches.flatMap(([, taken]) => taken))
  const row = (name: string, taken: readonly number[]) => [
    name,
    `${median(taken).toFixed(1)} ms`,
    `${at95(taken).toFixed(1)} ms`,
    times(at95(taken) / key),
  ]
  console.log(
    table(`Searches among ${MANY} documents in six languages`, [
      ['', 'median', 'p95', 'of a lookup'],
      ['a lookup by primary key', `${median(lookups).toFixed(1)} ms`, `${key.toFixed(1)} ms`, times(1)],
      ...searches.map(([query, taken]) => row(query, taken)),
      row(
        'all of them',
        searches.flatMap(([, taken]) => taken),
      ),
    ]),
  )
  return {
    wanted: `p95 of a search among ${MANY} documents ≤ ${MOST_SEARCH_TIMES} × a lookup by primary key`,
    found: `${times(all / key)}, ${all.toFixed(0)} ms`,
    isMet: all / key <= MOST_SEARCH_TIMES,
  }
}

async function ask(server: ServerProcess, page: string, role: Role | null = null): Promise<number> {
  const headers = role === null ? {} : { cookie: await cookieOf(server.origin, role) }
  const since = performance.now()
  const { status } = await exchange(server.origin + page, headers)
  if (status !== 200) throw new Error(`${page} answered ${status}.`)
  return performance.now() - since
}

/** Forms that list every document, of many documents beside few, in turn. */
async function measureLists(small: ServerProcess, large: ServerProcess, signal: AbortSignal): Promise<void> {
  const rows: string[][] = []
  for (const form of LISTS) {
    progress(`${form} of both`)
    const [few, many]: [number[], number[]] = [[], []]
    for (let round = 1; round <= LIST_ROUNDS; round += 1) {
      signal.throwIfAborted()
      few.push(await ask(small, form))
      many.push(await ask(large, form))
    }
    rows.push([form, `${median(few).toFixed(1)} ms`, `${median(many).toFixed(1)} ms`])
  }
  console.log(table('Lists of every document', [['', `${FEW}`, `${MANY}`], ...rows]))
}

/** Pages of a portal with many documents beside those of one with few, in turn. */
async function racePages(few: Side, many: Side, signal: AbortSignal): Promise<Goal> {
  const servers: ServerProcess[] = []
  try {
    for (const { viewUrls } of [few, many]) servers.push(await startRenderingGate(viewUrls))
    const [small, large] = servers
    if (!small || !large) throw new Error('There are two servers.')
    const laneOf = (role: Role | null) => (page: string) => ({
      page: `/ka${page}`,
      role,
      few: [] as number[],
      many: [] as number[],
    })
    const lanes = [...PAGES.map(laneOf(null)), ...ADMIN_PAGES.map(laneOf('GOVERNANCE_ADMIN'))]
    for (let round = 1; round <= WARMING_ROUNDS + ROUNDS; round += 1) {
      progress(`pages of both, round ${round} of ${WARMING_ROUNDS + ROUNDS}`)
      for (const { page, role, few, many } of lanes) {
        signal.throwIfAborted()
        const [fast, slow] = [await ask(small, page, role), await ask(large, page, role)]
        if (round <= WARMING_ROUNDS) continue
        few.push(fast)
        many.push(slow)
      }
    }
    await measureLists(small, large, signal)
    const ratioOf = (lane: (typeof lanes)[number]) => median(lane.many) / median(lane.few)
    const rows = lanes.map(lane => [
      `${lane.page}${lane.role === null ? '' : `, ${lane.role}`}`,
      `${median(lane.few).toFixed(1)} ms`,
      `${median(lane.many).toFixed(1)} ms`,
      times(ratioOf(lane)),
    ])
    console.log(table('Pages rendered anew, by documents', [['', `${FEW}`, `${MANY}`, 'ratio'], ...rows]))
    const slowest = Math.max(...lanes.map(ratioOf))
    return {
      wanted: `any page with ${MANY} documents ≤ ${MOST_TIMES} × with ${FEW} (but for lists of them all)`,
      found: times(slowest),
      isMet: slowest <= MOST_TIMES,
    }
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** Measures searches and pages of many documents, and prints that. */
export async function compareSearches(adminUrl: string, signal: AbortSignal): Promise<Goal[]> {
  const few = await fill(adminUrl, FEW)
  const many = await fill(adminUrl, MANY)
  console.log(`\nIngest of ${MANY} documents in six languages: ${many.ingestSeconds.toFixed(0)} s`)
  return [await measureSearches(many), await racePages(few, many, signal)]
}
