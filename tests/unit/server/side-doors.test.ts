import zlib from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSmallInstance, type SmallInstance } from './small-instance.ts'

let small: SmallInstance
beforeEach(async () => {
  small = await openSmallInstance()
})
afterEach(() => small.close())

const PERSONAL = ['/ka', '/ka/docs', '/api/v1/documents', '/ka/docs.csv', '/ka/docs.md', '/ka/search?q=x']
const OUTLETS = [
  '/feeds/ka.atom',
  '/calendar/ka.ics?role=SRE_LEAD',
  '/badge/ready.svg',
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
]
const FILE = '/evidence/dev/smoke-1/a.jsonl'
const keti = () => small.as('Keti', ['REVIEWER'])

describe('an answer made for one reader', () => {
  test.for([...PERSONAL, FILE])(
    'has no validator, and is sent whole to whoever names one: %s',
    async address => {
      const guest = await small.ask(address)
      expect(guest.headers.etag).toMatch(/^"/)
      for (const tag of ['*', String(guest.headers.etag), `W/${guest.headers.etag}`]) {
        const { statusCode, headers, body } = await small.ask(address, {
          ...(await keti()),
          'if-none-match': tag,
        })
        expect([statusCode, headers.etag, headers['last-modified']]).toEqual([200, undefined, undefined])
        expect(headers).toMatchObject({ 'cache-control': 'private, no-store', vary: 'Cookie' })
        expect(body).not.toBe('')
      }
    },
  )

  test.for(PERSONAL)('is as long as what it says, whatever it could be compressed to: %s', async address => {
    const { headers, rawPayload } = await small.ask(address, {
      ...(await keti()),
      'accept-encoding': 'br, gzip',
    })
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers['content-length']).toBe(String(rawPayload.length))
    const guest = await small.ask(address, { 'accept-encoding': 'br' })
    expect(guest.headers['content-encoding']).toBe('br')
    expect(zlib.brotliDecompressSync(guest.rawPayload).toString()).toContain('a guest')
  })

  test.for([...PERSONAL, FILE, '/ka/absent-thing', '/nowhere', '/view-as/guest'])(
    'says the same of itself to HEAD: %s',
    async address => {
      for (const headers of [{}, await keti()]) {
        const { date: _, ...whole } = (await small.ask(address, headers)).headers
        const { headers: said, body, statusCode } = await small.ask(address, headers, 'HEAD')
        const { date: __, ...same } = said
        expect(same).toEqual(whole)
        expect(body).toBe('')
        expect(statusCode).toBe((await small.ask(address, headers)).statusCode)
      }
    },
  )

  test('never enters what is kept, nor does its offer of another language', async () => {
    for (const address of ['/ka/docs', '/ka/changes', '/api/v1/documents', '/ka/docs.csv'])
      await small.ask(address, { ...(await keti()), 'accept-language': 'en' })
    const before = small.instance.details()
    small.state.rendered = []
    for (const address of ['/ka/docs', '/ka/changes', '/api/v1/documents', '/ka/docs.csv']) {
      const { body } = await small.ask(address, { 'accept-language': 'en' })
      expect(body).toContain('for a guest')
      expect(body).not.toContain('Keti')
    }
    expect(small.state.rendered).toHaveLength(4)
    expect(before).toMatchObject({ cache: { answers: expect.any(Number) } })
    await small.ask('/ka/docs', { ...(await keti()), 'accept-language': 'en' })
    expect((await small.ask('/ka/docs', { 'accept-language': 'en' })).body).toContain('for a guest')
  })

  test('is not what another reader waits for at the same time', async () => {
    const names = ['Keti', 'Nino', null, 'Ana', null, 'Gia', 'Keti', null]
    const bodies = await Promise.all(
      names.map(
        async name => (await small.ask('/ka/friday', name === null ? {} : await small.as(name))).body,
      ),
    )
    for (const [at, name] of names.entries())
      expect(bodies[at]).toContain(`/ka/friday for ${name === null ? 'a guest' : `${name} as owner`}`)
  })
})

describe('what programs read that nobody stands behind', () => {
  test.for(OUTLETS)('is every guest’s, whatever cookie comes with it: %s', async address => {
    const { date: _, ...guest } = (await small.ask(address)).headers
    small.state.rendered = []
    for (const headers of [await keti(), await small.as('Ana', ['GOVERNANCE_ADMIN'])]) {
      const answer = await small.ask(address, headers)
      expect(answer.body).toContain('for a guest')
      expect(answer.headers).toMatchObject(guest)
    }
    expect(small.state.rendered).toEqual([])
  })
})

describe('what is told of answers', () => {
  test('in figures and in the log is the same for every scope, and nothing of who asked or what was found', async () => {
    const told = async (headers: Record<string, string>) => {
      small.state.logged = ''
      small.registry.resetMetrics()
      for (const address of ['/ka/docs', '/ka/absent-thing', '/api/v1/documents', FILE])
        await small.ask(address, headers)
      const figures = await small.registry.getMetricsAsJSON()
      const answers = figures.find(({ name }) => name === 'mza_requests_total')
      return { counted: JSON.stringify(answers?.values), logged: small.state.logged }
    }
    const [owner, admin] = [
      await told(await small.as('Keti')),
      await told(await small.as('Ana', ['GOVERNANCE_ADMIN'])),
    ]
    expect(admin.counted).toBe(owner.counted)
    for (const { logged, counted } of [owner, admin]) {
      expect(logged).toContain('"msg":"answered"')
      expect(`${logged}${counted}`).not.toMatch(/Keti|Ana|admin|owner|absent-thing|smoke-1|GOVERNANCE/)
    }
  })

  test('in an error is nothing of what went wrong', async () => {
    small.state.isDown = true
    const said = await vi.waitUntil(
      async () => {
        const asked = await small.ask('/api/v1/documents', await keti())
        return asked.statusCode === 503 && asked
      },
      { timeout: 30_000, interval: 200 },
    )
    expect(said.body).not.toContain('no database')
    expect(said.headers['cache-control']).toContain('no-store')
    expect((await small.ask(FILE, await keti())).body).toBe('Unavailable.\n')
  })
})

describe('looking through others’ eyes', () => {
  test('shows an administrator what the lesser scope sees, made for them alone', async () => {
    const step = await small.ask(
      `/view-as/guest?exit=${small.exit}&back=/en/docs`,
      await small.as('Ana', ['GOVERNANCE_ADMIN']),
    )
    expect([step.statusCode, step.headers.location, step.headers['cache-control']]).toEqual([
      303,
      '/en/docs',
      'no-store',
    ])
    const cookie = String(step.headers['set-cookie']).split(';')[0] ?? ''
    const { body, headers } = await small.ask('/en/docs', { cookie })
    expect(body).toContain('/en/docs for Ana as guest')
    expect(headers['cache-control']).toBe('private, no-store')
    expect((await small.ask('/en/docs')).body).toContain('/en/docs for a guest')
  })

  test.for(['/view-as/guest', '/view-as/admin', '/view-as/root', '/view-as/guest/', '/view-as/'])(
    'is to everyone else as if there were no such address: %s',
    async address => {
      for (const headers of [{}, await small.as('Keti'), await keti()]) {
        const { date: _, ...said } = (await small.ask(`${address}?exit=${small.exit}`, headers)).headers
        const { date: __, ...absent } = (await small.ask(`/nowhere?exit=${small.exit}`, headers)).headers
        const [found, nothing] = [await small.ask(address, headers), await small.ask('/nowhere', headers)]
        expect([found.statusCode, found.body]).toEqual([404, nothing.body])
        expect(said).toEqual(absent)
      }
    },
  )

  test('leads an administrator nowhere in a scope that is none, and is done by GET alone', async () => {
    const ana = await small.as('Ana', ['GOVERNANCE_ADMIN'])
    expect((await small.ask(`/view-as/root?exit=${small.exit}`, ana)).statusCode).toBe(404)
    const { statusCode, headers } = await small.ask(`/view-as/guest?exit=${small.exit}`, ana, 'HEAD')
    expect([statusCode, headers['set-cookie']]).toEqual([405, undefined])
  })
})
