import fs from 'node:fs'
import path from 'node:path'
import { LOCALES } from '#features/localization/locale-model.ts'
import { Interrupted } from '#scripts/failure.js'
import { exchange } from '#tests/bench/exchange.ts'
import { type Goal, times } from '#tests/bench/goal.ts'
import { CHECKLIST, writeLongRecord } from '#tests/bench/long-record.ts'
import { median } from '#tests/bench/median.ts'
import { OUTPUT } from '#tests/bench/output.ts'
import { fillDatabase, startRenderingGate } from '#tests/bench/portal.ts'
import { progress } from '#tests/bench/progress.ts'
import type { ServerProcess } from '#tests/bench/server-process.ts'
import { table } from '#tests/bench/table.ts'

/** Lines of the ledgers compared: the baseline alone, and sixteen years of Fridays. */
const SHORT = 12
const LONG = 10_000
const MOST_SECONDS = 5
const MOST_TIMES = 2
const ROUNDS = 15
const WARMING_ROUNDS = 5

/** Every kind of page that a ledger has a part in. */
const PAGES = ['', '/friday', '/changes', `/docs/${CHECKLIST}`, `/docs/${CHECKLIST}/3`, '/docs']
/** Before most of the lines, amid them, after them all. */
const DAYS = ['2010-12-31', '2018-06-15', '2026-06-30', null]

interface Lane {
  readonly page: string
  readonly short: number[]
  readonly long: number[]
  /** Bytes of the pages. */
  bytes: readonly [short: number, long: number]
}

/** Measures ingest and pages of a ledger of 10,000 lines against one of 12, and prints that. */
export async function compareRecords(adminUrl: string, signal: AbortSignal): Promise<Goal[]> {
  const servers: ServerProcess[] = []
  const serve = async (lines: number) => {
    progress(`ingesting ${lines} lines`)
    const folder = path.join(OUTPUT, `record-${lines}`)
    fs.mkdirSync(folder, { recursive: true })
    writeLongRecord(folder, lines)
    const { viewUrls, ingestSeconds } = await fillDatabase(adminUrl, folder)
    const server = await startRenderingGate(viewUrls)
    servers.push(server)
    return { server, ingestSeconds }
  }
  try {
    const short = await serve(SHORT)
    const long = await serve(LONG)
    const lanes = await race(short.server, long.server, signal)
    const seconds = `${long.ingestSeconds.toFixed(2)} s`
    console.log(`\nIngest of ${LONG} lines: ${seconds}; of ${SHORT}: ${short.ingestSeconds.toFixed(2)} s`)
    print(lanes)
    const slowest = Math.max(...lanes.map(ratioOf))
    return [
      {
        wanted: `${LONG} ledger lines ingest in < ${MOST_SECONDS} s`,
        found: seconds,
        isMet: long.ingestSeconds < MOST_SECONDS,
      },
      {
        wanted: `any page as of any day with ${LONG} lines ≤ ${MOST_TIMES} × with ${SHORT}`,
        found: times(slowest),
        isMet: slowest <= MOST_TIMES,
      },
    ]
  } finally {
    for (const server of servers) await server.stop()
  }
}

const ratioOf = ({ short, long }: Lane): number => median(long) / median(short)

/** Asks both for each page in turn, one request at a time, so that noise hits both alike. */
async function race(short: ServerProcess, long: ServerProcess, signal: AbortSignal): Promise<Lane[]> {
  const lanes = LOCALES.flatMap(locale => PAGES.map(page => `/${locale}${page}`)).flatMap(page =>
    DAYS.map((day): Lane => {
      const address = day === null ? page : `${page}?asOf=${day}`
      return { page: address, short: [], long: [], bytes: [0, 0] }
    }),
  )
  for (let round = 1; round <= WARMING_ROUNDS + ROUNDS; round++) {
    progress(`pages of both records, round ${round} of ${WARMING_ROUNDS + ROUNDS}`)
    for (const lane of lanes) {
      if (signal.aborted) throw new Interrupted()
      const [few, many] = [await ask(short, lane.page), await ask(long, lane.page)]
      lane.bytes = [few.bytes, many.bytes]
      if (round <= WARMING_ROUNDS) continue
      lane.short.push(few.milliseconds)
      lane.long.push(many.milliseconds)
    }
  }
  return lanes
}

async function ask(server: ServerProcess, page: string): Promise<{ milliseconds: number; bytes: number }> {
  const since = performance.now()
  const { status, body } = await exchange(server.origin + page)
  if (status !== 200) throw new Error(`${page} answered ${status}.`)
  return { milliseconds: performance.now() - since, bytes: body.length }
}

function print(lanes: readonly Lane[]): void {
  const kilobytes = (count: number) => `${(count / 1000).toFixed(0)} kB`
  const rows = lanes.map(lane => [
    lane.page,
    `${median(lane.short).toFixed(1)} ms`,
    `${median(lane.long).toFixed(1)} ms`,
    times(ratioOf(lane)),
    ...lane.bytes.map(kilobytes),
  ])
  const head = ['', `${SHORT} lines`, `${LONG} lines`, 'ratio', `${SHORT} lines`, `${LONG} lines`]
  console.log(table('Pages rendered anew, by lines of the ledger', [head, ...rows]))
}
