import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { ask } from './ask.ts'
import { type GateProcess, startGateProcess } from './gate-process.ts'
import { untilServed } from './readers.ts'
import { SMALL_CONTENT, smallContent } from './small-content.ts'
import { startLoad } from './steady-load.ts'

const INGESTS = 200
const PER_SECOND = 12
/** Milliseconds in which 99 of 100 sights of a new revision come. */
const SOON = 1000

/** All of them stand behind one name, as behind a load balancer. */
const PORTAL = 'http://portal.example'
const headers = { host: 'portal.example', 'accept-encoding': 'gzip' }

let database: TestDatabase
let content: ReturnType<typeof smallContent>
let gates: GateProcess[]

beforeAll(async () => {
  database = await createTestDatabase()
  content = smallContent(database.writeUrl)
  await content.ingestNext()
  const options = { viewUrls: database.viewUrls, portal: PORTAL }
  gates = await Promise.all([1, 2, 3].map(() => startGateProcess(options)))
  for (const { origin } of gates) await untilServed(origin, ['/readyz'])
})
afterAll(async () => {
  agent.destroy()
  await Promise.all(gates.map(gate => gate.stop()))
  await database.drop()
  content.remove()
})

const agent = new http.Agent({ keepAlive: true })

/** Asks one gate for a page until it shows a revision. @returns when it did */
async function sight({ origin }: GateProcess, path: string, revision: string): Promise<number> {
  const deadline = Date.now() + 30_000
  const question = { origin, path, agent, headers: { host: headers.host } }
  while (!(await ask(question)).body.includes(revision)) {
    if (Date.now() > deadline) throw new Error(`${origin}${path} does not show ${revision}`)
    await wait(20)
  }
  return Date.now()
}

/** Status, validator and bytes of a page. */
async function identity({ origin }: GateProcess, path: string): Promise<string> {
  const answer = await ask({ origin, path, headers })
  return `${answer.status} ${answer.headers.etag} ${answer.body.toString('base64')}`
}

test('a new revision is seen on three gates within a second, 200 times, and nobody is failed', async () => {
  const origins = gates.map(({ origin }) => origin)
  const load = startLoad(PER_SECOND, count => ({
    headers,
    origin: origins[count % origins.length] ?? '',
    path: SMALL_CONTENT[count % SMALL_CONTENT.length] ?? '/',
  }))
  const delays: number[] = []
  for (let time = 0; time < INGESTS; time += 1) {
    const revision = await content.ingestNext()
    const ingested = Date.now()
    const sights = await Promise.all(gates.map(gate => sight(gate, time % 2 ? '/ka' : '/en', revision)))
    delays.push(...sights.map(at => at - ingested))
  }
  const failures = (await load.stop()).filter(({ answer }) => answer === null || answer.status >= 400)
  delays.sort((a, b) => a - b)
  expect(failures).toEqual([])
  expect(delays[Math.ceil(delays.length * 0.99) - 1]).toBeLessThanOrEqual(SOON)
})

test('three gates give the same bytes under the same validator for one revision', async () => {
  const revision = await content.ingestNext()
  await Promise.all(gates.map(gate => sight(gate, '/ka', revision)))
  for (const path of SMALL_CONTENT) {
    const [first = '', ...others] = await Promise.all(gates.map(gate => identity(gate, path)))
    expect(first).toMatch(/^200 "/)
    expect([path, others.every(other => other === first)]).toEqual([path, true])
  }
})
