import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { SPARING } from '#scripts/hand-over.js'
import { type Goal, times } from '#tests/bench/goal.ts'
import { longRuns } from '#tests/bench/long-run.ts'
import { median } from '#tests/bench/median.ts'
import { emptyDatabase } from '#tests/bench/portal.ts'
import { progress } from '#tests/bench/progress.ts'
import { compareRecordPages } from '#tests/bench/record-pages.ts'
import { table } from '#tests/bench/table.ts'

const LONG = 1_000_000
const SHORT = 100
const ROUNDS = 2
const LEAST_BARE = 0.5
const LEAST_CHECKED = 0.25
const MOST_MEGABYTES = 300

const CHILD = path.join(import.meta.dirname, 'evidence-child.ts')

interface Taken {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

const WAYS = [
  { way: 'copy', title: 'bare COPY of the rows' },
  { way: 'bundles', title: 'ingest without checks' },
  { way: 'ingest', title: 'ingest with all checks' },
] as const

type Way = (typeof WAYS)[number]['way']

/** One way in, by a program of its own. */
async function takeIn(writeUrl: string, way: Way, source: string, signal: AbortSignal): Promise<Taken> {
  const program = [...SPARING, CHILD, way, writeUrl, source]
  const { stdout } = await promisify(execFile)(process.execPath, program, { signal })
  return JSON.parse(stdout)
}

/**
 * Measures how fast a run of a million records is taken in, against a bare COPY of the same rows, and its pages against
 * those of a run of a hundred, and prints that.
 */
export async function compareRuns(adminUrl: string, signal: AbortSignal): Promise<Goal[]> {
  progress(`runs of ${LONG} and ${SHORT} records`)
  const { folder, rows } = longRuns(LONG, SHORT)
  const pages: Goal[] = []
  const taken: Record<Way, Taken[]> = { copy: [], bundles: [], ingest: [] }
  for (let round = 1; round <= ROUNDS; round++)
    for (const { way, title } of WAYS) {
      progress(`${title}, round ${round} of ${ROUNDS}`)
      const database = await emptyDatabase(adminUrl)
      taken[way].push(await takeIn(database.writeUrl, way, way === 'copy' ? rows : folder, signal))
      if (way !== 'ingest' || round < ROUNDS) await database.drop()
      else pages.push(...(await compareRecordPages(database.viewUrls, LONG, SHORT, signal)))
    }
  print(taken)
  const [bundles, ingest] = [speedOf(taken, 'bundles'), speedOf(taken, 'ingest')]
  const peak = Math.max(...[...taken.bundles, ...taken.ingest].map(({ peakMegabytes }) => peakMegabytes))
  return [
    {
      wanted: `${LONG} records ingested at ≥ ${LEAST_BARE} × the speed of COPY`,
      found: times(bundles),
      isMet: bundles >= LEAST_BARE,
    },
    {
      wanted: `${LONG} records ingested and checked at ≥ ${LEAST_CHECKED} × the speed of COPY`,
      found: times(ingest),
      isMet: ingest >= LEAST_CHECKED,
    },
    {
      wanted: `peak memory of the ingest < ${MOST_MEGABYTES} MB`,
      found: `${peak.toFixed(0)} MB`,
      isMet: peak < MOST_MEGABYTES,
    },
    ...pages,
  ]
}

type TakenByWay = Readonly<Record<Way, readonly Taken[]>>

const secondsOf = (taken: TakenByWay, way: Way) => median(taken[way].map(({ seconds }) => seconds))

const speedOf = (taken: TakenByWay, way: Way) => secondsOf(taken, 'copy') / secondsOf(taken, way)

function print(taken: TakenByWay): void {
  const rows = WAYS.map(({ way, title }) => [
    title,
    `${secondsOf(taken, way).toFixed(1)} s`,
    `${(LONG / secondsOf(taken, way)).toFixed(0)}/s`,
    times(speedOf(taken, way)),
    `${median(taken[way].map(({ cpuSeconds }) => cpuSeconds)).toFixed(1)} s`,
    `${Math.max(...taken[way].map(({ peakMegabytes }) => peakMegabytes)).toFixed(0)} MB`,
  ])
  const head = ['', 'time', 'records', 'speed', 'CPU', 'peak memory']
  console.log(table(`A run of ${LONG} records`, [head, ...rows]))
}
