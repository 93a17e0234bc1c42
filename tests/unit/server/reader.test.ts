import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LOGIN_COOKIE, SESSION_COOKIE } from '#server/cookies.ts'
import { openSmallInstance, type SmallInstance } from './small-instance.ts'

let small: SmallInstance
beforeEach(async () => {
  small = await openSmallInstance()
})
afterEach(() => small.close())

describe('a page', () => {
  test('is made for whoever has signed in, and kept for nobody', async () => {
    const answer = await small.ask('/ka', await small.as('Keti'))
    expect(answer.body).toContain('/ka for Keti as owner')
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', vary: 'Cookie' })
    expect((await small.ask('/ka', await small.as('Nino'))).body).toContain('/ka for Nino as owner')
    expect((await small.ask('/ka')).body).toContain('/ka for a guest')
  })

  test('is made again each time for a reader, and once for all guests', async () => {
    small.state.rendered = []
    for (let time = 0; time < 3; time += 1) await small.ask('/ka/docs', await small.as('Keti'))
    for (let time = 0; time < 3; time += 1) await small.ask('/ka/docs')
    expect(small.state.rendered.filter(target => target === '/ka/docs')).toHaveLength(4)
  })

  test.for<[string, () => Promise<Record<string, string>>]>([
    ['that is none', async () => ({ cookie: `${SESSION_COOKIE}=nonsense` })],
    ['that is over', () => small.as('Keti', ['SRE_LEAD'], -1)],
    ['with roles that give nothing', () => small.as('Keti', ['SHAMAN'])],
    [
      'that is there twice',
      async () => ({ cookie: `${(await small.as('Keti')).cookie}; ${SESSION_COOKIE}=nonsense` }),
    ],
  ])('is to a session %s what it is to a guest, to the byte', async ([, headers]) => {
    const guest = await small.ask('/ka')
    const answer = await small.ask('/ka', await headers())
    expect([answer.statusCode, answer.body]).toEqual([guest.statusCode, guest.body])
    const { date: _, ...same } = guest.headers
    expect(answer.headers).toMatchObject(same)
  })

  test.for(['/api/v1/documents', '/ka/docs.csv', '/ka/docs.md', '/ka/nowhere', '/nowhere'])(
    'and everything else that a person reads is a reader’s own: %s',
    async address => {
      const { headers } = await small.ask(address, await small.as('Keti'))
      expect(headers['cache-control']).toMatch(/no-store/)
    },
  )

  test('is unavailable to a reader while the database is down, and to guests the last good one', async () => {
    small.state.isDown = true
    const answer = await vi.waitUntil(
      async () => {
        const asked = await small.ask('/ka', await small.as('Keti'))
        return asked.body.includes('unavailable') && asked
      },
      { timeout: 30_000, interval: 200 },
    )
    expect(answer.body).toContain('/ka/unavailable for Keti as owner')
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect((await small.ask('/ka')).body).toContain('/ka for a guest')
  })
})

describe('signing in', () => {
  test('that ends without a session leads to a page that says so, in the reader’s language', async () => {
    const answer = await small.ask('/auth/sign-in?back=/en/docs', { 'accept-language': 'ka' })
    expect(answer.body).toContain('/en/sign-in/unreachable for a guest')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await small.ask('/auth/callback', { 'accept-language': 'en' })).body).toContain(
      '/en/sign-in/expired',
    )
  })

  test('drops the cookie of the way, whatever came of it', async () => {
    const cookie = await small.seal.close({ state: 's', nonce: 'n', verifier: 'v', back: '/en' }, 60)
    const answer = await small.ask('/auth/callback?code=c&state=s', { cookie: `${LOGIN_COOKIE}=${cookie}` })
    expect(answer.body).toContain('/en/sign-in/used')
    expect([answer.headers['set-cookie']].flat()).toEqual([
      `${LOGIN_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`,
    ])
  })

  test('harms nothing that a guest sees, while the issuer is down', async () => {
    await small.ask('/auth/sign-in')
    expect((await small.ask('/ka')).body).toContain('/ka for a guest')
    expect(small.instance.details()).toMatchObject({ isReady: true })
  })

  test.for(['/auth/sign-in', '/auth/callback?code=c&state=s', '/auth/sign-out?exit=x'])(
    'is done by GET alone: %s',
    async address => {
      const { statusCode, headers } = await small.ask(address, {}, 'HEAD')
      expect([statusCode, headers['allow'], headers['set-cookie']]).toEqual([405, 'GET', undefined])
    },
  )

  test('has no other addresses', async () => {
    expect((await small.ask('/auth/elsewhere', { 'accept-language': 'en' })).body).toContain('/en/not-found')
  })
})
