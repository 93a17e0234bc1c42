import type { RequestListener } from 'node:http'
import inject from 'light-my-request'
import pino from 'pino'
import { Registry } from 'prom-client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createInstance } from '#server/instance.ts'
import { createLogbook } from '#server/logbook.ts'
import type { Rendering } from '#server/renderer.ts'

const html = (body: string): Rendering => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  location: null,
  cacheControl: null,
  disposition: null,
  body: Buffer.from(
    `<!DOCTYPE html><html><head></head><body><aside></aside><main>${body}</main></body></html>`,
  ),
})

/** An instance on a database that can be changed and taken away; what it renders is the address and the revision. */
function story(broken: string[] = []) {
  const state = {
    revision: 'a',
    isDown: false,
    isDraining: false,
    rendered: [] as string[],
    broken,
    corePaths: ['', '/docs'],
    printed: [] as string[],
  }
  const answerUnlessDown = <T>(value: T) =>
    state.isDown ? Promise.reject(new Error('no database')) : Promise.resolve(value)
  const registry = new Registry()
  const log = pino({ level: 'info' }, { write: line => state.printed.push(line) })
  const instance = createInstance({
    origin: 'http://127.0.0.1:3000',
    signIn: null,
    always: [],
    styles: { textAt: () => undefined, sources: [] },
    async render(target) {
      state.rendered.push(target)
      if (state.broken.includes(target)) throw new Error('a mistake in a page')
      if (/unavailable|absent/.test(target)) return html(target)
      return html(`${target} ${await answerUnlessDown(state.revision)}`)
    },
    database: {
      readContent: () => answerUnlessDown({ revision: state.revision, ingestedAt: new Date(0) }),
      readCorePaths: () => answerUnlessDown(state.corePaths),
      countConnections: () => ({ open: 1, idle: 1, waiting: 0 }),
      openBundleFile: () => answerUnlessDown(null),
    },
    logbook: createLogbook(log, registry),
    registry,
    drain: {
      get isDraining() {
        return state.isDraining
      },
      readinessAsked() {},
    },
  })
  onEnd.push(() => instance.watch.stop())
  return { state, instance, registry }
}

const onEnd: (() => void)[] = []
afterEach(() => {
  for (const end of onEnd.splice(0)) end()
})

const CORE = ['/ka', '/en', '/ka/docs', '/en/docs', '/ka/not-found', '/en/not-found']
/** Longer than a loaded machine takes: what is waited for is that it happens, not when. */
const PATIENTLY = { timeout: 30_000 }

const isReady = (instance: ReturnType<typeof createInstance>) =>
  expect(instance.details()).toMatchObject({ isReady: true })

describe('an instance', () => {
  test('makes its core pages and its stand-ins before anyone asks, and is ready then', async () => {
    const { state, instance } = story()
    expect(instance.details()).toMatchObject({ isReady: false })
    await vi.waitFor(() => isReady(instance), PATIENTLY)
    for (const target of [...CORE, '/ka/unavailable', '/en/absent']) expect(state.rendered).toContain(target)
  })

  test('makes them again, without being asked, when there is a new revision', async () => {
    const { state, instance } = story()
    await vi.waitFor(() => isReady(instance), PATIENTLY)
    state.revision = 'b'
    state.rendered = []
    await vi.waitFor(() => expect(state.rendered).toEqual(expect.arrayContaining(CORE)), PATIENTLY)
  })

  test('stays ready without its database, and says once that it is gone and once that it is back', async () => {
    const { state, instance } = story()
    await vi.waitFor(() => isReady(instance), PATIENTLY)
    state.isDown = true
    await vi.waitFor(() => expect(state.printed.join('')).toContain('The content cannot be read.'), PATIENTLY)
    isReady(instance)
    state.isDown = false
    await vi.waitFor(() => expect(state.printed.join('')).toContain('can be read again'), PATIENTLY)
    expect(state.printed.filter(line => line.includes('cannot be read'))).toHaveLength(1)
  })

  test('offers a page in the language that a reader prefers without rendering anything, also without its database', async () => {
    const { state, instance } = story()
    await vi.waitFor(() => isReady(instance))
    state.rendered = []
    const dispatch: RequestListener = (request, response) => instance.gate(request, response)
    const headers = { host: '127.0.0.1:3000', 'accept-language': 'hy' }
    const seen = async () => (await inject(dispatch, { url: '/ka/docs', headers })).body
    expect(await seen()).toMatch(/<aside>.*href="\/hy\/docs".*<\/aside><main>\/ka\/docs a<\/main>/)
    state.isDown = true
    await vi.waitFor(() => expect(state.printed.join('')).toContain('cannot be read'), { timeout: 5000 })
    await vi.waitFor(async () => expect(await seen()).toMatch(/href="\/hy\/docs".*age-notice/), {
      timeout: 10_000,
    })
    expect(state.rendered).toEqual([])
  })

  test('says that a file of a bundle is not there, and without its database that it cannot tell', async () => {
    const { state, instance } = story()
    const dispatch: RequestListener = (request, response) => instance.gate(request, response)
    const status = async () =>
      (await inject(dispatch, { url: '/evidence/dev/a/run.json', headers: { host: '127.0.0.1:3000' } }))
        .statusCode
    expect(await status()).toBe(404)
    state.isDown = true
    expect(await status()).toBe(503)
  })

  test('that began without its database is ready once it appears', async () => {
    const { state, instance } = story()
    state.isDown = true
    await instance.watch.begun
    expect(instance.details()).toMatchObject({ isReady: false })
    state.isDown = false
    await vi.waitFor(() => isReady(instance), PATIENTLY)
  })

  test('is ready with all the others where one core page fails by itself, and goes on trying', async () => {
    const { state, instance } = story(['/ka/docs'])
    await vi.waitFor(() => isReady(instance), PATIENTLY)
    for (const target of CORE) expect(state.rendered).toContain(target)
    state.rendered = []
    state.broken = []
    await vi.waitFor(() => expect(state.rendered).toContain('/ka/docs'), PATIENTLY)
  })

  test('stays ready while a core page of a new revision has still to be made', async () => {
    const { state, instance } = story()
    await vi.waitFor(() => isReady(instance), PATIENTLY)
    state.corePaths = ['', '/docs', '/docs/new']
    state.broken = ['/en/docs/new']
    state.revision = 'b'
    await vi.waitFor(() => expect(state.rendered).toContain('/en/docs/new'), PATIENTLY)
    isReady(instance)
  })

  test('that drains is not ready', async () => {
    const { state, instance } = story()
    await vi.waitFor(() => isReady(instance), PATIENTLY)
    state.isDraining = true
    expect(instance.details()).toMatchObject({ isReady: false, isDraining: true })
  })

  test('gives its figures to Prometheus', async () => {
    const { instance, registry } = story()
    await vi.waitFor(() => isReady(instance), PATIENTLY)
    const figures = await registry.metrics()
    expect(figures).toContain('mza_ready 1')
    expect(figures).toMatch(/mza_render_duration_seconds_count\{outcome="done"\} [1-9]/)
  })
})
