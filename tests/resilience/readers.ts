import { setTimeout as wait } from 'node:timers/promises'
import { neverSeen, SERVED } from './addresses.ts'
import { ask } from './ask.ts'
import type { GateProcess } from './gate-process.ts'
import { complaintsOfNeverSeen, complaintsOfServed, type Outage } from './judge.ts'
import { startLoad } from './steady-load.ts'

/** The load that the goals speak of. */
const PER_SECOND = 50
/** Milliseconds for what has to come, and would fail the test in the end. */
const LATEST = 60_000

export interface Readers {
  /** How many questions were answered, and what is wrong with the answers, the database having been away then. */
  leave(outages: readonly Outage[]): Promise<{
    answered: number
    complaints: readonly string[]
    /** Milliseconds that the last answer to be expected took. */
    slowest: number
  }>
}

/**
 * Readers of one gate: 50 a second ask for what was served before, two for pages that never were, and a load balancer
 * asks whether it lives and is ready.
 */
export async function startReaders({ origin }: GateProcess): Promise<Readers> {
  const served = [...SERVED, await fontOf(origin)]
  await untilServed(origin, [...served, '/readyz'])
  const known = startLoad(PER_SECOND, count => ({ origin, path: served[count % served.length] ?? '/' }))
  const curious = startLoad(2, () => ({ origin, path: neverSeen() }))
  const balancer = startLoad(4, count => ({ origin, path: count % 2 ? '/livez' : '/readyz' }))
  return {
    async leave(outages) {
      const answers = await Promise.all([known.stop(), curious.stop(), balancer.stop()])
      const [ofServed, ofNeverSeen, ofHealth] = answers
      const complaints = [
        ...complaintsOfServed(ofServed, outages),
        ...complaintsOfNeverSeen(ofNeverSeen, outages),
        ...complaintsOfServed(ofHealth, []),
      ]
      const slowest = Math.max(...ofServed.map(({ asked, answered }) => answered - asked))
      return { answered: ofServed.length, complaints, slowest }
    },
  }
}

async function fontOf(origin: string): Promise<string> {
  const { body } = await ask({ origin, path: '/ka' })
  const [path] = /\/_next\/static\/[\w./-]+\.woff2/.exec(body.toString('utf8')) ?? []
  if (path === undefined) throw new Error('the page has no font')
  return path
}

/** Waits until every address is answered without a fault. */
export async function untilServed(origin: string, paths: readonly string[]): Promise<void> {
  const deadline = Date.now() + LATEST
  for (const path of paths)
    while ((await ask({ origin, path })).status >= 400) {
      if (Date.now() > deadline) throw new Error(`${path} is not served`)
      await wait(50)
    }
}

/** Waits until pages in both languages show a revision, if given, and say nothing of an age. @returns when that was so */
export async function untilFresh({ origin }: GateProcess, revision = ''): Promise<number> {
  const deadline = Date.now() + LATEST
  for (const path of ['/ka', '/en/docs'])
    for (;;) {
      const { status, headers, body } = await ask({ origin, path })
      if (status === 200 && headers.age === undefined && body.includes(revision)) break
      if (Date.now() > deadline) throw new Error(`${path} does not show ${revision}`)
      await wait(25)
    }
  return Date.now()
}

/** Waits until a gate knows of a revision, whatever it has made of it. */
export async function untilSeen({ opsOrigin }: GateProcess, revision: string): Promise<void> {
  const deadline = Date.now() + LATEST
  while (!(await ask({ origin: opsOrigin, path: '/health' })).body.includes(revision)) {
    if (Date.now() > deadline) throw new Error(`${opsOrigin} does not know of ${revision}`)
    await wait(10)
  }
}
