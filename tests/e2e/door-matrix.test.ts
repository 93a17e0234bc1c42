import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { everyAddress, STEADY } from './addresses.ts'
import { type Bytes, bytesOf, difference, forEach, isRefused } from './bytes.ts'
import { EQUAL_FORMS, HOSTILE_QUERIES, MACHINERY, OTHER_FORMS } from './hostile-addresses.ts'
import { HOSTILE_HEADERS } from './hostile-headers.ts'

interface Combination {
  readonly address: string
  readonly headers?: Record<string, string> | undefined
  /** The address whose plain answer it may give. */
  readonly plainly: string
}

let every: string[]
const plain = new Map<string, Bytes>()
let tried = 0

beforeAll(async () => {
  // Until all is warm, /readyz itself says something else from one moment to the next.
  await vi.waitFor(async () => expect((await bytesOf('/readyz')).status).toBe(200), { timeout: 30_000 })
  every = await everyAddress()
  await forEach([...every, ...STEADY], async address => {
    plain.set(address, await bytesOf(address))
  })
})

const plainly = async (address: string): Promise<Bytes> => {
  const bytes = plain.get(address) ?? (await bytesOf(address))
  plain.set(address, bytes)
  return bytes
}

const RENDERERS_OWN =
  /\$Sreact|__next_f|"\$L\d|self\.__next|ReactServerDOM|text\/x-component|x-nextjs-|x-powered-by/i

/** What is wrong with the answers: neither the plain one to the last byte nor a refusal of our own. */
async function wrongWith(combinations: readonly Combination[]): Promise<string[]> {
  const wrong: string[] = []
  await forEach(combinations, async ({ address, headers, plainly: page }) => {
    const answer = await bytesOf(address, headers)
    const found = isRefused(answer) ? null : difference(await plainly(page), answer)
    const words = `${answer.headers.join('\n')}\n${answer.body.toString('latin1')}`
    if (found) wrong.push(`${address} ${JSON.stringify(headers ?? {})}: ${found}`)
    if (RENDERERS_OWN.test(words))
      wrong.push(`${address} ${JSON.stringify(headers ?? {})}: the renderer's own words`)
    if (!words.includes("Content-Security-Policy: default-src 'none'")) wrong.push(`${address}: no policy`)
    tried += 1
  })
  return wrong
}

const withQuery = (address: string, query: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${query}`

const PATHS = STEADY.filter(address => !address.includes('?')).concat('/favicon.svg', '/robots.txt', '/livez')

const SAYINGS = HOSTILE_HEADERS.map(headers => ({
  headers,
  words: Object.entries(headers).flat().join(': '),
}))

test.for(SAYINGS)('no byte of any answer differs for a reader who says “$words”', async ({ headers }) => {
  expect(await wrongWith(every.map(address => ({ address, headers, plainly: address })))).toEqual([])
})

test.for(HOSTILE_QUERIES)('no byte of any answer differs where “%s” is asked for too', async query => {
  const combinations = every.map(address => ({ address: withQuery(address, query), plainly: address }))
  expect(await wrongWith(combinations)).toEqual([])
})

test('no byte of any answer differs where headers and query conspire', async () => {
  const combinations = HOSTILE_HEADERS.flatMap((headers, row) =>
    HOSTILE_QUERIES.map((query, column) => {
      const address = STEADY[(row + column) % STEADY.length] ?? ''
      return { address: withQuery(address, query), headers, plainly: address }
    }),
  )
  expect(await wrongWith(combinations)).toEqual([])
})

describe('an address written in another way', () => {
  test.for(Object.entries(EQUAL_FORMS))('is the same address: with %s', async ([, form]) => {
    for (const path of PATHS.filter(path => path !== '/livez'))
      expect([path, difference(await plainly(path), await bytesOf(form(path)))]).toEqual([path, null])
  })

  test.for(PATHS)('gives nothing else than the page, whatever is done to it and said: %s', async path => {
    const said = HOSTILE_HEADERS.filter((_, at) => at % 9 === 0)
    const combinations = OTHER_FORMS.flatMap((form, at) => [
      { address: form(path), plainly: path },
      { address: withQuery(form(path), '_rsc=1'), headers: said[at % said.length], plainly: path },
    ])
    expect(await wrongWith(combinations)).toEqual([])
  })
})

test('nothing of the machinery answers, whoever claims to be part of it', async () => {
  const given: string[] = []
  for (const headers of [{}, ...HOSTILE_HEADERS.filter((_, at) => at % 20 === 0)])
    await forEach(MACHINERY, async address => {
      const answer = await bytesOf(address, headers)
      tried += 1
      if (!isRefused(answer)) given.push(`${address} ${JSON.stringify(headers)}: ${answer.status}`)
    })
  expect(given).toEqual([])
})

/** Headers that mean something to the gate or to the connection. */
const HEEDED = new Set(
  ['host', 'connection', 'keep-alive', 'upgrade', 'transfer-encoding', 'content-length', 'trailer'].concat([
    'accept-encoding',
    'accept-language',
    'if-none-match',
    'proxy-connection',
  ]),
)
const name = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,30}$/),
    fc.stringMatching(/^(?:x-|next-|x-middleware-|x-nextjs-|x-invoke-)[a-z-]{1,20}$/),
    fc.constantFrom(
      'cookie',
      'accept',
      'range',
      'origin',
      'authorization',
      'forwarded',
      'x-matched-path',
      'rsc',
    ),
  )
  .filter(given => !HEEDED.has(given.toLowerCase()))
const value = fc.stringMatching(/^[ -~]{0,60}$/)
const parameter = fc
  .tuple(fc.oneof(fc.stringMatching(/^(?:nxt[PI]|_|__next)[\w[\]]{0,12}$/), fc.string()), fc.string())
  .filter(([key]) => !['asOf', 'doc', 'locale', 'role', 'from', 'to', 'before'].includes(key))

test('no header and no parameter that anyone could think of changes a byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...STEADY),
      fc.dictionary(name, value, { maxKeys: 6 }),
      fc.array(parameter, { maxLength: 4 }),
      async (address, headers, parameters) => {
        const query = new URLSearchParams(parameters).toString()
        const asked = parameters.length > 0 ? withQuery(address, query) : address
        expect(await wrongWith([{ address: asked, headers, plainly: address }])).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})

test('these were at least two thousand combinations', () => {
  expect(tried).toBeGreaterThanOrEqual(2000)
})
