import type { ViewUrls } from '#features/access/view-urls-model.ts'
import { exchange } from '#tests/bench/exchange.ts'
import { type Goal, times } from '#tests/bench/goal.ts'
import { buildNextApp, startNextApp } from '#tests/bench/next-app.ts'
import { hasNginx, startNginx } from '#tests/bench/nginx.ts'
import { startRenderingGate } from '#tests/bench/portal.ts'
import { progress } from '#tests/bench/progress.ts'
import type { Rate, Subject } from '#tests/bench/rate.ts'
import { startBareServer } from '#tests/bench/recording.ts'
import { measureRates } from '#tests/bench/rounds.ts'
import type { ServerProcess } from '#tests/bench/server-process.ts'
import { table } from '#tests/bench/table.ts'

/** What browsers say. */
const USUAL = 'gzip, deflate, br, zstd'

/** Measures the readiness page from the gate's cache against other ways to give it, and prints that. */
export async function compareSpeed(
  gate: ServerProcess,
  viewUrls: ViewUrls,
  signal: AbortSignal,
): Promise<Goal[]> {
  const page = await exchange(`${gate.origin}/ka`, { 'Accept-Encoding': USUAL })
  const html = (await exchange(`${gate.origin}/ka`)).body.toString('utf8')
  progress('building the static page of Next')
  await buildNextApp(html, signal)
  const servers: ServerProcess[] = []
  const start = async (starting: Promise<ServerProcess>) => {
    const server = await starting
    servers.push(server)
    return server
  }
  try {
    progress('starting the servers')
    const subject = (name: string, server: ServerProcess, path = '/', acceptEncoding = USUAL): Subject => ({
      name,
      server,
      path,
      acceptEncoding,
    })
    const next = await start(startNextApp())
    const cached = subject('the gate, from its cache', gate, '/ka')
    const bare = subject('bare node:http, same bytes', await start(startBareServer('same-bytes', page)))
    // Next knows no brotli. Zipping each answer anew costs it half; so it may also do without.
    const statics = [
      subject('Next, static page, zipped', next),
      subject('Next, static page, as is', next, '/', 'br'),
    ]
    const rendered = subject('the gate, rendered', await start(startRenderingGate(viewUrls)), '/ka')
    const subjects = [cached, bare, ...statics, rendered]
    if (hasNginx()) subjects.push(subject('nginx, same bytes', await start(startNginx(page))))
    const rates = await measureRates(subjects, signal)
    print(cached, rates)
    return [
      goal('from the cache ≥ 20 × the static page of Next, zipped or not', 20, cached, statics, rates),
      goal('from the cache ≥ 0.5 × a bare server', 0.5, cached, [bare], rates),
    ]
  } finally {
    for (const server of servers) await server.stop()
  }
}

type Rates = ReadonlyMap<Subject, Rate>
const NONE: Rate = { perSecond: 0, perCpuSecond: 0 }
const FIGURES = ['perSecond', 'perCpuSecond'] as const

/** By either figure, and against the fastest of the others. */
function goal(wanted: string, least: number, own: Subject, others: readonly Subject[], rates: Rates): Goal {
  const ratios = FIGURES.map(figure =>
    Math.min(...others.map(other => (rates.get(own) ?? NONE)[figure] / (rates.get(other) ?? NONE)[figure])),
  )
  const found = `${times(ratios[0] ?? 0)} by requests/s, ${times(ratios[1] ?? 0)} by requests/CPU-s`
  return { wanted, found, isMet: ratios.every(ratio => ratio >= least) }
}

function print(own: Subject, rates: Rates): void {
  const reference = rates.get(own) ?? NONE
  const rows = [...rates].map(([{ name }, rate]) => [
    name,
    ...FIGURES.flatMap(figure => [rate[figure].toFixed(0), times(reference[figure] / rate[figure])]),
  ])
  const head = ['', 'requests/s', 'cache is', 'requests/CPU-s', 'cache is']
  console.log(table('The readiness page, /ka', [head, ...rows]))
  if (!hasNginx()) console.log('  nginx: not installed\n')
}
