import type { Browser } from 'playwright'
import { Interrupted } from '#scripts/failure.js'
import { encode } from '#server/encoding.ts'
import { exchange } from '#tests/bench/exchange.ts'
import { type Goal, times } from '#tests/bench/goal.ts'
import { median } from '#tests/bench/median.ts'
import { measurePaint } from '#tests/bench/paint.ts'
import { plainPage } from '#tests/bench/plain-page.ts'
import { progress } from '#tests/bench/progress.ts'
import { startBareServer } from '#tests/bench/recording.ts'
import { table } from '#tests/bench/table.ts'

const RUNS = 7
/** Milliseconds: the portal beside its reader, and a phone on the line that the goal has in mind (docs/decisions/0015). */
const ROUND_TRIPS = [0, 150] as const
const JUDGED = 150

interface Lane {
  readonly roundTrip: number
  readonly own: number[]
  readonly bare: number[]
}

/** Paints the readiness page and a bare page of the same text in turn, and prints how long that takes. */
export async function racePaint(browser: Browser, origin: string, signal: AbortSignal): Promise<Goal[]> {
  const address = `${origin}/ka`
  const html = (await exchange(address)).body.toString('utf8')
  const type = 'text/html; charset=utf-8'
  const { body } = (await encode(Buffer.from(plainPage(html)), type)).br
  const headers = ['Content-Type', type, 'Content-Encoding', 'br', 'Content-Length', String(body.length)]
  const server = await startBareServer('plain-page', { headers, body })
  const lanes = ROUND_TRIPS.map((roundTrip): Lane => ({ roundTrip, own: [], bare: [] }))
  try {
    for (let run = 1; run <= RUNS; run++) {
      progress(`paint, run ${run} of ${RUNS}`)
      for (const { roundTrip, own, bare } of lanes) {
        if (signal.aborted) throw new Interrupted()
        own.push(await measurePaint(browser, address, roundTrip))
        bare.push(await measurePaint(browser, `${server.origin}/`, roundTrip))
      }
    }
  } finally {
    await server.stop()
  }
  print(lanes, body.length)
  return lanes.filter(({ roundTrip }) => roundTrip === JUDGED).map(goal)
}

const ratioOf = ({ own, bare }: Lane): number => median(own) / median(bare)

function goal(lane: Lane): Goal {
  const ratio = ratioOf(lane)
  return {
    wanted: "largest paint ≤ 1.3 × the bare page, on a phone's line",
    found: times(ratio),
    isMet: ratio <= 1.3,
  }
}

function print(lanes: readonly Lane[], bareBytes: number): void {
  const rows = lanes.map(lane => [
    `round trip ${lane.roundTrip} ms`,
    `${median(lane.own).toFixed(0)} ms`,
    `${median(lane.bare).toFixed(0)} ms`,
    times(ratioOf(lane)),
    [...lane.own, ...lane.bare].map(value => value.toFixed(0)).join(' '),
  ])
  const title = `Largest paint of /ka (LCP) at 4 × slower CPU and 1.6 Mbit/s, against a bare page of ${bareBytes} bytes`
  console.log(table(title, [['', 'portal', 'bare', 'ratio', 'runs: portal, bare'], ...rows]))
}
