import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withConnection } from '#cli/database/connect.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { ask } from './ask.ts'
import { startBalancer } from './balancer.ts'
import { type GateProcess, startGateProcess } from './gate-process.ts'
import { SMALL_CONTENT, smallContent } from './small-content.ts'
import { startLoad } from './steady-load.ts'

/** Milliseconds in which a gate has ended. */
const END = 15_000
const PER_SECOND = 50

let database: TestDatabase
let gates: GateProcess[]

beforeEach(async () => {
  database = await createTestDatabase()
  const content = smallContent(database.writeUrl)
  await content.ingestNext()
  content.remove()
  const { viewUrls } = database
  gates = [await startGateProcess({ viewUrls }), await startGateProcess({ viewUrls })]
})
afterEach(async () => {
  await Promise.all(gates.map(gate => gate.stop()))
  await database.drop()
})

test('no reader is failed where gates end and start again, one at a time, twenty times under load', async () => {
  const origins = gates.map(({ origin }) => origin)
  const balancer = startBalancer(origins)
  for (const origin of origins) await balancer.knows(origin, true)
  const load = startLoad(PER_SECOND, count => ({
    origin: balancer.next(),
    path: SMALL_CONTENT[count % SMALL_CONTENT.length] ?? '/',
  }))
  const codes: (number | null)[] = []
  const times: number[] = []
  for (let time = 0; time < 20; time += 1) {
    const gate = gates[time % 2] as GateProcess
    const signalled = Date.now()
    gate.signal('SIGTERM')
    codes.push(await gate.ended)
    times.push(Date.now() - signalled)
    gates[time % 2] = await startGateProcess({
      viewUrls: database.viewUrls,
      port: Number(new URL(gate.origin).port),
    })
    await balancer.knows(gate.origin, true)
  }
  const samples = await load.stop()
  await balancer.stop()
  expect(samples.filter(({ answer }) => answer === null || answer.status >= 400)).toEqual([])
  expect(codes).toEqual(codes.map(() => 0))
  expect(Math.max(...times)).toBeLessThan(END)
  expect(samples.length).toBeGreaterThan(20 * PER_SECOND)
})

test('whoever is connected when a gate is told to end is answered, and the gate says that it is not ready', async () => {
  const [gate] = gates as [GateProcess]
  const { origin } = gate
  const agent = new http.Agent({ keepAlive: true })
  const readiness = async () => (await ask({ origin, path: '/readyz' })).status
  await until(async () => (await readiness()) === 200)
  expect((await ask({ origin, path: '/en', agent })).headers.connection).toBe('keep-alive')

  await withConnection(database.writeUrl, async owner => {
    await owner.query('BEGIN; LOCK TABLE text_revision IN ACCESS EXCLUSIVE MODE')
    const rendering = ask({ origin, path: '/en/docs/80_chain/list?asOf=2026-03-10' })
    await until(async () => {
      const [count] = await database.query<{ waiting: number }>(
        'SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted',
      )
      return (count?.waiting ?? 0) > 0
    })
    const signalled = Date.now()
    gate.signal('SIGTERM')
    await until(async () => (await readiness()) === 503)
    expect(Date.now() - signalled).toBeLessThan(1000)

    for (const kept of [agent, undefined]) {
      const answer = await ask({ origin, path: '/en', agent: kept })
      expect([answer.status, answer.headers.connection]).toEqual([200, 'close'])
    }
    await owner.query('COMMIT')
    const answer = await rendering
    expect([answer.status, answer.headers.connection]).toEqual([200, 'close'])
    expect(answer.body.toString('utf8')).toContain('</html>')
    expect(await readiness()).toBe(503)
    expect(await gate.ended).toBe(0)
    expect(Date.now() - signalled).toBeLessThan(END)
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never came to be')
    await wait(10)
  }
}
