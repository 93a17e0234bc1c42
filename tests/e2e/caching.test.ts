import type http from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { everyAddress, loadedFont } from './addresses.ts'
import { type Bytes, bytesOf } from './bytes.ts'
import { ask } from './http.ts'
import { CHECKLIST } from './places.ts'

const POLICY = expect.stringContaining("default-src 'none'")

const PAGES = ['/ka', '/en', `/en${CHECKLIST}`, `/ar${CHECKLIST}/10`, '/ka/docs?asOf=2026-03-10']
/** What guests are given of content, kept for as long as the content stays. */
const CONTENT = PAGES.concat([
  '/api/v1/checklists',
  '/api/v1/documents?locale=en',
  '/sitemap.xml',
  '/feeds/ka.atom',
  '/calendar/ka.ics?role=SECURITY_OFFICER',
  '/en/index.csv?asOf=2026-03-10',
  '/badge/readiness.svg?locale=en',
  `/ka${CHECKLIST}.md`,
  '/llms.txt',
])

const header = ({ headers }: Bytes, name: string): string | undefined =>
  headers.find(line => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2)

const DECODE: Record<string, (body: Buffer) => Buffer> = {
  identity: body => body,
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

beforeAll(() =>
  vi.waitFor(async () => expect((await bytesOf('/readyz')).status).toBe(200), { timeout: 30_000 }),
)

/** What an answer differs by: a page offers itself in the language that a reader prefers. */
const varyOf = (address: string): string =>
  PAGES.includes(address) ? 'Cookie, Accept-Encoding, Accept-Language' : 'Cookie, Accept-Encoding'

describe.for(CONTENT)('what a guest is given at %s', address => {
  test('is to be asked about again each time, and says what it varies by', async () => {
    const { headers } = await ask(address)
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      vary: varyOf(address),
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
    })
    expect((await ask(address)).headers.etag).toBe(headers.etag)
  })

  test('is not sent again to whoever has it', async () => {
    const { headers } = await ask(address)
    const etag = headers.etag ?? ''
    const kept = [etag, `W/${etag}`, `"x", W/"y" , ${etag}`, `"x",${etag},"y"`, '*', ` ${etag} `]
    for (const method of ['GET', 'HEAD'])
      for (const known of kept) {
        const answer = await ask(address, { method, headers: { 'if-none-match': known } })
        expect([known, answer.status, answer.body]).toEqual([known, 304, ''])
        expect(answer.headers).toMatchObject({
          etag,
          'content-security-policy': POLICY,
          'cache-control': 'no-cache',
          vary: varyOf(address),
        })
        expect(answer.headers).not.toHaveProperty('content-type')
        expect(answer.headers).not.toHaveProperty('content-length')
      }
  })

  test('is sent to whoever has something else', async () => {
    const plain = await ask(address)
    const bare = plain.headers.etag?.replaceAll('"', '') ?? ''
    for (const known of ['"x"', 'W/"x"', bare, `"${bare}x"`, '', ',', `"${bare}-br"`])
      expect(await ask(address, { headers: { 'if-none-match': known } })).toMatchObject({
        status: 200,
        body: plain.body,
      })
  })

  test('is the same in every encoding, each with its own validator', async () => {
    const plain = await bytesOf(address)
    const etags = new Set([header(plain, 'etag')])
    for (const encoding of ['br', 'gzip']) {
      const answer = await bytesOf(address, { 'accept-encoding': encoding })
      const etag = header(answer, 'etag') ?? ''
      expect(header(answer, 'content-encoding')).toBe(encoding)
      expect(answer.body.length).toBeLessThan(plain.body.length)
      expect(DECODE[encoding]?.(answer.body).equals(plain.body)).toBe(true)
      etags.add(etag)
      const again = { 'accept-encoding': encoding, 'if-none-match': etag }
      expect(await ask(address, { headers: again })).toMatchObject({ status: 304, headers: { etag } })
      expect((await bytesOf(address, { 'if-none-match': etag })).status).toBe(200)
    }
    expect(etags.size).toBe(3)
  })
})

test.for([
  { accepts: undefined, encoding: 'identity' },
  { accepts: '', encoding: 'identity' },
  { accepts: 'gzip, deflate, br, zstd', encoding: 'br' },
  { accepts: 'gzip', encoding: 'gzip' },
  { accepts: 'GZIP;Q=1', encoding: 'gzip' },
  { accepts: 'deflate, zstd', encoding: 'identity' },
  { accepts: '*', encoding: 'br' },
  { accepts: '*;q=0.5, br;q=0', encoding: 'gzip' },
  { accepts: 'br;q=0.5, gzip;q=0.8', encoding: 'gzip' },
  { accepts: 'br;q=0.8,gzip;q=0.80', encoding: 'br' },
  { accepts: 'br;q=0.2, identity;q=0.9', encoding: 'identity' },
  { accepts: 'br;q=0, gzip;q=0', encoding: 'identity' },
  { accepts: '*;q=0', encoding: 'identity' },
  { accepts: 'gzip;q=0.001', encoding: 'gzip' },
])('a reader who accepts “$accepts” is given $encoding', async ({ accepts, encoding }) => {
  const answer = await bytesOf('/ka', accepts === undefined ? {} : { 'accept-encoding': accepts })
  expect(header(answer, 'content-encoding') ?? 'identity').toBe(encoding)
  expect(DECODE[encoding]?.(answer.body).equals((await bytesOf('/ka')).body)).toBe(true)
})

test.for([undefined, 'br', 'gzip'])(
  'a HEAD is answered as a GET is, but for the body, in %s',
  async encoding => {
    const headers: http.OutgoingHttpHeaders = encoding === undefined ? {} : { 'accept-encoding': encoding }
    for (const address of await everyAddress()) {
      const [get, head] = await Promise.all([
        ask(address, { headers }),
        ask(address, { headers, method: 'HEAD' }),
      ])
      const without = ({ date: _, age: __, ...rest }: http.IncomingHttpHeaders) => rest
      expect([address, head.status, without(head.headers), head.body]).toEqual([
        address,
        get.status,
        without(get.headers),
        '',
      ])
    }
  },
)

test('what has its own hash in its name is kept for good', async () => {
  const font = await loadedFont()
  const { status, headers } = await ask(font)
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    etag: expect.any(String),
  })
  expect(await ask(font, { headers: { 'if-none-match': headers.etag } })).toMatchObject({
    status: 304,
    body: '',
  })
})

test.for([
  { address: '/', status: 307, kept: 'no-cache', vary: 'Accept-Language' },
  { address: '/ka/w/10', status: 307, kept: 'no-cache', vary: undefined },
  {
    address: '/ka/docs?doc=docs-80-chain-no-rework-migration-checklist-md',
    status: 308,
    kept: 'no-cache',
    vary: undefined,
  },
  { address: '/nowhere', status: 404, kept: 'no-cache', vary: 'Cookie, Accept-Encoding, Accept-Language' },
  { address: '/ka/nowhere', status: 404, kept: 'no-cache', vary: 'Cookie, Accept-Encoding' },
  { address: '/ka/unavailable', status: 503, kept: 'no-store', vary: undefined },
  { address: '/api/v1/nothing', status: 404, kept: 'no-store', vary: undefined },
  { address: '/livez', status: 200, kept: 'no-store', vary: undefined },
  { address: '/readyz', status: 200, kept: 'no-store', vary: undefined },
])('$address says with its $status that it is kept as $kept', async ({ address, status, kept, vary }) => {
  const answer = await ask(address, { headers: { 'if-none-match': '*' } })
  if (status !== 200) expect(answer.headers).not.toHaveProperty('etag')
  const asked = await ask(address)
  expect([asked.status, asked.headers['cache-control'], asked.headers.vary]).toEqual([status, kept, vary])
})

test.for(['/livez', '/readyz'])('%s answers by whatever name the machine is known', async address => {
  for (const host of ['elsewhere.example', '10.0.0.7:3000', 'localhost', '[::1]:80', ''])
    expect((await ask(address, { headers: { host } })).status).toBe(200)
})
