import type { RequestListener } from 'node:http'
import inject from 'light-my-request'
import pino from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Reader } from '#features/access/reader-model.ts'
import { createSeal } from '#features/access/seal.ts'
import { LOGIN_COOKIE, SESSION_COOKIE } from '#server/cookies.ts'
import { createInstance, type Instance } from '#server/instance.ts'
import { createLogbook } from '#server/logbook.ts'
import type { Rendering } from '#server/renderer.ts'
import { createSignIn } from '#server/sign-in.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const seal = createSeal({ keys: ['k'.repeat(32)], purpose: 'test' })
const state = { isDown: false, rendered: [] as string[] }

const rendering = (target: string, reader?: Reader): Rendering => ({
  status: 200,
  type: target.startsWith('/api/') ? 'application/json' : 'text/html; charset=utf-8',
  location: null,
  cacheControl: null,
  disposition: null,
  body: Buffer.from(
    `<!DOCTYPE html><html><head></head><body><main>${target} for ${reader?.name ?? 'a guest'}</main></body></html>`,
  ),
})

const unlessDown = <T>(value: T) =>
  state.isDown ? Promise.reject(new Error('no database')) : Promise.resolve(value)

let instance: Instance
beforeEach(async () => {
  state.isDown = false
  state.rendered = []
  const registry = new Registry()
  instance = createInstance({
    origin: ORIGIN,
    always: [],
    styles: { textAt: () => undefined, sources: [] },
    async render(target, reader) {
      state.rendered.push(target)
      return /unavailable|absent/.test(target)
        ? rendering(target, reader)
        : unlessDown(rendering(target, reader))
    },
    database: {
      readContent: () => unlessDown({ revision: 'a', ingestedAt: new Date(0) }),
      readCorePaths: () => unlessDown(['']),
      countConnections: () => ({ open: 1, idle: 1, waiting: 0 }),
      openBundleFile: () => unlessDown(null),
    },
    logbook: createLogbook(pino({ level: 'silent' }), registry),
    registry,
    signIn: createSignIn({
      issuer: { depart: async () => 'unreachable', arrive: async () => 'used' },
      sessions: seal,
      logins: seal,
      origin: ORIGIN,
      note: () => {},
    }),
    drain: { isDraining: false, readinessAsked() {} },
  })
  await vi.waitFor(() => expect(instance.details()).toMatchObject({ isReady: true }), { timeout: 30_000 })
})
afterEach(() => instance.watch.stop())

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  inject(instance.gate as RequestListener, { method, url, headers: { host: '127.0.0.1:3000', ...headers } })
const as = async (name: string, roles = ['SRE_LEAD'], seconds = 60) => ({
  cookie: `${SESSION_COOKIE}=${await seal.close({ roles, name, exit: 'x'.repeat(22) }, seconds)}`,
})

describe('a page', () => {
  test('is made for whoever has signed in, and kept for nobody', async () => {
    const answer = await ask('/ka', await as('Keti'))
    expect(answer.body).toContain('/ka for Keti')
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', vary: 'Cookie' })
    expect((await ask('/ka', await as('Nino'))).body).toContain('/ka for Nino')
    expect((await ask('/ka')).body).toContain('/ka for a guest')
  })

  test('is made again each time for a reader, and once for all guests', async () => {
    state.rendered = []
    for (let time = 0; time < 3; time += 1) await ask('/ka/docs', await as('Keti'))
    for (let time = 0; time < 3; time += 1) await ask('/ka/docs')
    expect(state.rendered.filter(target => target === '/ka/docs')).toHaveLength(4)
  })

  test.for<[string, () => Promise<Record<string, string>>]>([
    ['that is none', async () => ({ cookie: `${SESSION_COOKIE}=nonsense` })],
    ['that is over', () => as('Keti', ['SRE_LEAD'], -1)],
    ['with roles that give nothing', () => as('Keti', ['SHAMAN'])],
    [
      'that is there twice',
      async () => ({ cookie: `${(await as('Keti')).cookie}; ${SESSION_COOKIE}=nonsense` }),
    ],
  ])('is to a session %s what it is to a guest, to the byte', async ([, headers]) => {
    const guest = await ask('/ka')
    const answer = await ask('/ka', await headers())
    expect([answer.statusCode, answer.body]).toEqual([guest.statusCode, guest.body])
    const { date: _, ...same } = guest.headers
    expect(answer.headers).toMatchObject(same)
  })

  test.for(['/api/v1/documents', '/feeds/ka.atom', '/ka/nowhere', '/nowhere'])(
    'and everything else that shows content is a reader’s own: %s',
    async address => {
      const { headers } = await ask(address, await as('Keti'))
      expect(headers['cache-control']).toMatch(/no-store/)
    },
  )

  test('is unavailable to a reader while the database is down, and to guests the last good one', async () => {
    state.isDown = true
    const answer = await vi.waitUntil(
      async () => {
        const asked = await ask('/ka', await as('Keti'))
        return asked.body.includes('unavailable') && asked
      },
      { timeout: 30_000, interval: 200 },
    )
    expect(answer.body).toContain('/ka/unavailable for Keti')
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect((await ask('/ka')).body).toContain('/ka for a guest')
  })
})

describe('signing in', () => {
  test('that ends without a session leads to a page that says so, in the reader’s language', async () => {
    const answer = await ask('/auth/sign-in?back=/en/docs', { 'accept-language': 'ka' })
    expect(answer.body).toContain('/en/sign-in/unreachable for a guest')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await ask('/auth/callback', { 'accept-language': 'en' })).body).toContain('/en/sign-in/expired')
  })

  test('drops the cookie of the way, whatever came of it', async () => {
    const cookie = await seal.close({ state: 's', nonce: 'n', verifier: 'v', back: '/en' }, 60)
    const answer = await ask('/auth/callback?code=c&state=s', { cookie: `${LOGIN_COOKIE}=${cookie}` })
    expect(answer.body).toContain('/en/sign-in/used')
    expect([answer.headers['set-cookie']].flat()).toEqual([
      `${LOGIN_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`,
    ])
  })

  test('harms nothing that a guest sees, while the issuer is down', async () => {
    await ask('/auth/sign-in')
    expect((await ask('/ka')).body).toContain('/ka for a guest')
    expect(instance.details()).toMatchObject({ isReady: true })
  })

  test.for(['/auth/sign-in', '/auth/callback?code=c&state=s', '/auth/sign-out?exit=x'])(
    'is done by GET alone: %s',
    async address => {
      const { statusCode, headers } = await ask(address, {}, 'HEAD')
      expect([statusCode, headers['allow'], headers['set-cookie']]).toEqual([405, 'GET', undefined])
    },
  )

  test('has no other addresses', async () => {
    expect((await ask('/auth/elsewhere', { 'accept-language': 'en' })).body).toContain('/en/not-found')
  })
})
