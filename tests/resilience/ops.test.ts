import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/integration/database.ts'
import { ask } from './ask.ts'
import { atPort } from './at-port.ts'
import { readFigures } from './figures.ts'
import { type GateProcess, startGateProcess } from './gate-process.ts'
import { runningPostgres } from './postgres.ts'
import { untilServed } from './readers.ts'
import { type SilentProxy, startSilentProxy } from './silent-proxy.ts'
import { smallContent } from './small-content.ts'

let database: TestDatabase
let content: ReturnType<typeof smallContent>
let proxy: SilentProxy
let gate: GateProcess
let revision: string

beforeAll(async () => {
  database = await createTestDatabase()
  content = smallContent(database.writeUrl)
  revision = await content.ingestNext()
  proxy = await startSilentProxy(runningPostgres().port)
  gate = await startGateProcess({ viewUrls: atPort(database.viewUrls, proxy.port) })
  await untilServed(gate.origin, ['/readyz'])
})
afterAll(async () => {
  await gate.stop()
  await proxy.close()
  await database.drop()
  content.remove()
})

const get = (path: string) => ask({ origin: gate.origin, path })

describe('the port of whoever runs the portal', () => {
  test('counts answers by what was asked for, where they came from and status', async () => {
    const asked: readonly (readonly [path: string, labels: Record<string, string>])[] = [
      ['/en', { kind: 'page', source: 'hit', status: '200' }],
      ['/en/docs?asOf=2026-03-20', { kind: 'page', source: 'rendered', status: '200' }],
      ['/en/nowhere', { kind: 'page', source: 'rendered', status: '404' }],
      ['/api/v1/documents', { kind: 'data', source: 'rendered', status: '200' }],
      ['/favicon.svg', { kind: 'file', source: 'rendered', status: '200' }],
      ['/livez', { kind: 'own', source: 'own', status: '200' }],
    ]
    for (const [path, labels] of asked) {
      const before = await readFigures(gate.opsOrigin)
      await get(path)
      const after = await readFigures(gate.opsOrigin)
      const name = 'mza_requests_total'
      expect([path, after.sum(name, labels) - before.sum(name, labels)]).toEqual([path, 1])
      expect(after.sum(name) - before.sum(name)).toBe(1)
    }
  })

  test('shows what is kept, rendered and connected, and since when', async () => {
    const before = await readFigures(gate.opsOrigin)
    await get('/en/docs/80_chain/list?asOf=2026-03-20')
    const after = await readFigures(gate.opsOrigin)
    const change = (name: string) => after.sum(name) - before.sum(name)
    expect(change('mza_cache_bytes')).toBeGreaterThan(1000)
    expect(change('mza_cache_answers')).toBe(1)
    expect(change('mza_render_duration_seconds_count')).toBe(1)
    expect(change('mza_request_duration_seconds_count')).toBe(1)
    expect(after.sum('mza_pool_connections')).toBeGreaterThan(0)
    expect(after.sum('mza_ready')).toBe(1)
    expect(after.sum('mza_revision_age_seconds')).toBeLessThan(5)
    const [portal] = await database.query<{ at: Date }>('SELECT ingested_at AS at FROM portal')
    expect(after.sum('mza_ingest_timestamp_seconds')).toBeCloseTo((portal?.at.getTime() ?? 0) / 1000, 2)
    for (const name of ['mza_renders_running', 'mza_renders_waiting', 'mza_pool_idle', 'mza_pool_waiting'])
      expect(after.names).toContain(name)
    expect(change('process_cpu_seconds_total')).toBeGreaterThan(0)
    expect(after.sum('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
    expect(after.names).toContain('nodejs_eventloop_lag_seconds')
  })

  test('tells the health of the instance in detail', async () => {
    const { status, body } = await ask({ origin: gate.opsOrigin, path: '/health' })
    const health = JSON.parse(body.toString('utf8'))
    expect(status).toBe(200)
    expect(health).toMatchObject({ isReady: true, isDraining: false, edition: { revision } })
    const isServable = (path: string) =>
      health.corePages.find((page: { path: string }) => page.path === path)?.isServable
    expect(['/ka', '/en/docs', '/en/docs/80_chain/list/2'].map(isServable)).toEqual([true, true, true])
  })

  test('has nothing else, and nothing of it is on the port that readers use', async () => {
    expect((await ask({ origin: gate.opsOrigin, path: '/en' })).status).toBe(404)
    for (const path of ['/metrics', '/health', '/en/metrics', '/en/health', '/api/v1/metrics']) {
      const { status, body } = await get(path)
      expect([path, status]).toEqual([path, 404])
      expect(body.toString('utf8')).not.toMatch(/mza_|isReady|process_cpu/)
    }
  })
})

describe('what a gate prints', () => {
  /** From another address of this machine, so that it can be told from the gate's own. */
  const FROM = '127.8.9.10'
  const HEADERS = {
    'user-agent': 'canary-agent',
    cookie: '__Host-mza-session=canary-cookie',
    referer: 'http://127.0.0.1/canary-referer',
    'x-forwarded-for': '203.0.113.77',
    'accept-language': 'xx-canary',
  }
  const CANARY = /canary|127\.8\.9\.10|203\.0\.113\.77/

  test.runIf(process.platform === 'linux')(
    'is lines of JSON that say nothing of who asked, nor what they typed; cheap answers share a line',
    async () => {
      const paths = [
        ...Array(300).fill('/en'),
        '/en/docs?doc=canary-q',
        '/en/canary-p',
        '/livez?canary-q',
        '/en?canary=1',
      ]
      for (const path of paths) await ask({ origin: gate.origin, path, headers: HEADERS, from: FROM })
      await proxy.breakDown('refusing')
      // Until pages count as old, renderings are tried, and what failed is told.
      await expect
        .poll(
          async () => {
            await ask({
              origin: gate.origin,
              path: `/en/docs?doc=canary-${Date.now()}`,
              headers: HEADERS,
              from: FROM,
            })
            return gate.stderr
          },
          { timeout: 30_000 },
        )
        .toMatch(/No answer could be made/)
      await gate.stop()
      expect(gate.stderr).not.toMatch(CANARY)
      const lines = gate.stdout.trimEnd().split('\n')
      for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow()
      expect(gate.stdout).not.toMatch(CANARY)
      const shared = lines.map(line => JSON.parse(line).of ?? 0).filter(of => of > 0)
      expect(shared.length).toBeLessThan(100)
      expect(shared.reduce((sum, of) => sum + of, 0)).toBeGreaterThan(250)
    },
  )
})
