import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withConnection } from '#cli/database/connect.ts'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { atPort } from './at-port.ts'
import { type GateProcess, startGateProcess } from './gate-process.ts'
import { type Outage, RETURN } from './judge.ts'
import { type Postgres, runningPostgres } from './postgres.ts'
import { projectContent } from './project-content.ts'
import { startReaders, untilFresh, untilSeen, untilServed } from './readers.ts'
import { type Breach, type SilentProxy, startSilentProxy } from './silent-proxy.ts'

let database: TestDatabase
let content: ReturnType<typeof projectContent>
let postgres: Postgres
let proxy: SilentProxy
/** One beside its database, one behind a network that breaks. */
let near: GateProcess
let far: GateProcess
/** Bytes of memory that the first held before anything happened. */
let memory: number | null

beforeAll(async () => {
  postgres = runningPostgres()
  database = await createTestDatabase()
  content = projectContent(database.writeUrl)
  await content.ingestNext()
  proxy = await startSilentProxy(postgres.port)
  near = await startGateProcess({ viewUrls: database.viewUrls })
  far = await startGateProcess({ viewUrls: atPort(database.viewUrls, proxy.port) })
  for (const { origin } of [near, far]) await untilServed(origin, ['/readyz'])
  memory = near.memory()
})
afterAll(async () => {
  await Promise.all([near, far].map(gate => gate.stop()))
  await proxy.close()
  await database.drop()
  content.remove()
})

/** Sees that pages are fresh in time after the database's return, which is now, and show what is taken in after it. */
async function expectFresh(gate: GateProcess): Promise<void> {
  const returned = Date.now()
  expect((await untilFresh(gate)) - returned).toBeLessThan(RETURN)
  const revision = await content.ingestNext()
  const ingested = Date.now()
  expect((await untilFresh(gate, revision)) - ingested).toBeLessThan(RETURN)
}

test('readers notice nothing where PostgreSQL is killed twenty times', async () => {
  const readers = await startReaders(near)
  const outages: Outage[] = []
  for (let time = 0; time < 20; time += 1) {
    const from = Date.now()
    postgres.kill()
    await wait((time % 4) * 500)
    const mended = Date.now()
    await postgres.start()
    outages.push({ from, mended, until: Date.now() })
    await expectFresh(near)
  }
  const { answered, complaints } = await readers.leave(outages)
  expect(complaints).toEqual([])
  expect(answered).toBeGreaterThan(1000)
}, 300_000)

test('pages say their age while PostgreSQL is stopped for a minute, and are fresh again soon', async () => {
  const readers = await startReaders(near)
  const from = Date.now()
  await postgres.stop()
  await wait(60_000)
  const mended = Date.now()
  await postgres.start()
  const until = Date.now()
  await expectFresh(near)
  await wait(RETURN)
  const { answered, complaints } = await readers.leave([{ from, mended, until }])
  expect(complaints).toEqual([])
  expect(answered).toBeGreaterThan(2900)
}, 180_000)

test('readers notice nothing where every connection is terminated again and again', async () => {
  const readers = await startReaders(near)
  const from = Date.now()
  await withConnection(inject('adminUrl'), async administrator => {
    for (let time = 0; time < 50; time += 1) {
      await administrator.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename IS NOT NULL AND pid <> pg_backend_pid()',
      )
      await wait(200)
    }
  })
  const until = Date.now()
  await expectFresh(near)
  expect((await readers.leave([{ from, mended: until, until, isFlickering: true }])).complaints).toEqual([])
}, 120_000)

const BREACHES: readonly (readonly [Breach, number])[] = [
  ['refusing', 15_000],
  ['mute', 15_000],
  // Too short for pages to count as old: renderings are still tried, and still wait.
  ['mute', 4000],
]
test.for(BREACHES)(
  'readers notice nothing where the network, %s, swallows everything for %i ms',
  { timeout: 120_000 },
  async ([breach, lasts]) => {
    const readers = await startReaders(far)
    const from = Date.now()
    await proxy.breakDown(breach)
    await wait(lasts)
    const mended = Date.now()
    await proxy.mend()
    const until = Date.now()
    await expectFresh(far)
    await wait(RETURN)
    expect((await readers.leave([{ from, mended, until }])).complaints).toEqual([])
  },
)

test('readers are answered where the network breaks just when new content is seen and no page is made of it yet', async () => {
  const readers = await startReaders(far)
  const revision = await content.ingestNext()
  await untilSeen(far, revision)
  const from = Date.now()
  await proxy.breakDown('mute')
  await wait(15_000)
  const mended = Date.now()
  await proxy.mend()
  const until = Date.now()
  await expectFresh(far)
  await wait(RETURN)
  const { complaints, slowest } = await readers.leave([{ from, mended, until }])
  expect(complaints).toEqual([])
  // Renderings that wait in vain hold up nobody who could be given what is kept.
  expect(slowest).toBeLessThan(10_000)
}, 120_000)

test('readers wait, and then are answered, where the gate itself is frozen', async () => {
  const readers = await startReaders(near)
  const from = Date.now()
  near.signal('SIGSTOP')
  await wait(6000)
  const mended = Date.now()
  near.signal('SIGCONT')
  const until = Date.now()
  await expectFresh(near)
  expect((await readers.leave([{ from, mended, until }])).complaints).toEqual([])
}, 120_000)

test('through all of that both gates stayed up, held no more and more memory, and printed no password', () => {
  if (memory !== null) expect(near.memory()).toBeLessThan(2 * memory + 256 * 1024 * 1024)
  for (const gate of [near, far]) {
    expect(gate.isUp).toBe(true)
    expect(gate.stderr).not.toMatch(/unhandled|uncaught/i)
    for (const printed of [gate.stdout, gate.stderr])
      expect(printed).not.toContain(new URL(database.viewUrls.guest).password)
  }
})
