import fs from 'node:fs'
import { test as base, describe, expect, vi } from 'vitest'
import { LOCALES } from '#features/localization/locale-model.ts'
import { ask } from './http.ts'
import { startLonelyGate } from './lonely-gate.ts'
import { answersIn, exchange, open, requestFor, statusOf, type Wire } from './wire.ts'

/** A gate of their own: what these tests do to one, no other reader should have to bear. */
const test = base
  .extend('password', { scope: 'file' }, () => 'nobody')
  .extend('gate', { scope: 'file' }, async ({ password }, { onCleanup }) => {
    const gate = await startLonelyGate(password)
    onCleanup(() => gate.stop())
    return gate
  })

const POLICY = "Content-Security-Policy: default-src 'none'"

/** Says something again and again, until the connection is closed. */
function repeat({ say, closed }: Wire, words: string, period: number): void {
  const timer = setInterval(() => say(words), period)
  closed.finally(() => clearInterval(timer))
}

describe.concurrent('a client that is slow', () => {
  test.for([
    { what: 'says nothing', begin: '', goesOn: false },
    { what: 'says half a line and no more', begin: 'GET /ka HT', goesOn: false },
    { what: 'never ends its headers', begin: 'GET /ka HTTP/1.1\r\nX: ', goesOn: true },
    { what: 'never ends its address', begin: 'GET /', goesOn: true },
  ])(
    'and $what loses its connection after ten seconds, though it does not hang up',
    async ({ begin, goesOn }, { gate }) => {
      const since = performance.now()
      const wire = await open(gate.origin)
      wire.say(begin)
      if (goesOn) repeat(wire, 'a', 200)
      const heard = await wire.closed
      expect(statusOf(heard)).toBe(408)
      expect(heard).toContain(POLICY)
      // Ten seconds, one until it is noticed, two to say farewell; the rest is for a busy machine.
      expect(performance.now() - since).toBeLessThan(20_000)
    },
  )

  test('and does not take its answers is cut off, and costs no memory', async ({ gate }) => {
    await allKept(gate.origin)
    const before = residentBytes(gate.pid)
    const greedy = await Promise.all(Array.from({ length: 40 }, () => open(gate.origin)))
    const one = requestFor(DESCRIPTION, [], { origin: gate.origin })
    for (const wire of greedy) {
      wire.socket.pause()
      wire.say(one.repeat(2000))
      // Who does not listen learns only by speaking that nobody is there any more.
      repeat(wire, one, 500)
    }
    let most = before
    const watching = setInterval(() => {
      most = Math.max(most, residentBytes(gate.pid))
    }, 250)
    await Promise.all(greedy.map(wire => wire.closed))
    // Connections end before the gate has gone through all that was said on them: what comes after it is answered after it.
    const after = await ask('/livez', { origin: gate.origin })
    clearInterval(watching)
    most = Math.max(most, residentBytes(gate.pid))
    // Eighty thousand answers would be a hundred times that.
    expect(most - before, 'bytes more').toBeLessThan(96 * 1024 * 1024)
    expect(after.status).toBe(200)
  })

  test('does not keep others waiting: a reader is served while five hundred hang', async ({
    onTestFinished,
  }) => {
    const slow = await Promise.all(Array.from({ length: 500 }, () => open()))
    onTestFinished(() => {
      for (const { socket } of slow) socket.destroy()
    })
    for (const wire of slow) wire.say('GET /ka HTTP/1.1\r\nHost: ')
    const answers = await Promise.all(['/ka', '/en/docs', '/sitemap.xml'].map(address => ask(address)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(slow.filter(({ socket }) => socket.closed)).toEqual([])
  })
})

const DESCRIPTION = '/api/v1/openapi.json'

/** Asks for all that a gate without a database makes and keeps, so that it takes no more memory for that. */
async function allKept(origin: string): Promise<void> {
  for (const locale of LOCALES) {
    const unavailable = await ask(`/${locale}`, { origin })
    const absent = await ask('/nowhere', { origin, headers: { 'Accept-Language': locale } })
    expect([unavailable.status, absent.status]).toEqual([503, 404])
    for (const { body } of [unavailable, absent]) expect(body).toContain(`<html lang="${locale}"`)
  }
  expect((await ask(DESCRIPTION, { origin })).status).toBe(200)
}

/** Memory that a process holds; 0 where that is not told. */
function residentBytes(pid: number | undefined): number {
  if (process.platform !== 'linux') return 0
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}

describe('a request that is too large', () => {
  test.for([
    { what: 'one long header', lines: [`X: ${'a'.repeat(17_000)}`] },
    { what: 'many headers', lines: Array.from({ length: 900 }, (_, at) => `X-${at}: some more words`) },
    { what: 'a long cookie', lines: [`Cookie: a=${'b'.repeat(100_000)}`] },
  ])('in its headers is refused with the policy: $what', async ({ lines }) => {
    const heard = await exchange(requestFor('/ka', lines))
    expect(statusOf(heard)).toBe(431)
    expect(heard).toContain(POLICY)
  })

  test('in its address leads nowhere', async () => {
    const long = (length: number) => `/ka?${'a'.repeat(length - 4)}`
    expect((await ask(long(2048))).status).toBe(200)
    expect((await ask(long(2049))).status).toBe(404)
    expect((await ask(long(12_000))).status).toBe(404)
    expect(statusOf(await exchange(requestFor(long(20_000))))).toBe(431)
  })
})

const WITHIN = requestFor('/livez', [], { origin: 'http://within' })

describe('a request with a body', () => {
  test.for([
    { what: 'of a length', lines: [`Content-Length: ${WITHIN.length}`], body: WITHIN },
    { what: 'in chunks', lines: ['Transfer-Encoding: chunked'], body: `2\r\nab\r\n0\r\n\r\n${WITHIN}` },
    { what: 'that never comes', lines: ['Content-Length: 1000'], body: '' },
    { what: 'in chunks that never come', lines: ['Transfer-Encoding: chunked'], body: '5\r\na' },
    { what: 'that is waited for', lines: ['Content-Length: 5', 'Expect: 100-continue'], body: '' },
  ])('is refused and the connection closed, with what comes after: a body $what', async ({ lines, body }) => {
    const wire = await open()
    wire.say(requestFor('/ka', lines) + body)
    const heard = await wire.closed
    expect(statusOf(heard)).toBe(413)
    expect(heard).toContain(POLICY)
    expect(heard).toMatch(/^Connection: close\r$/m)
    expect(answersIn(heard)).toBe(1)
  })

  test('is refused by its method first', async () => {
    const wire = await open()
    wire.say(requestFor('/ka', ['Content-Length: 1000'], { method: 'POST' }))
    const heard = await wire.closed
    expect([statusOf(heard), answersIn(heard)]).toEqual([405, 1])
  })
})

describe('what is no HTTP', () => {
  test.for([
    { what: 'noise', words: 'x\r\n\r\n' },
    { what: 'a greeting of TLS', words: Buffer.from('16030100a5010000a10303', 'hex') },
    { what: 'a greeting of SSH', words: 'SSH-2.0-OpenSSH_9.9\r\n' },
    { what: 'a version to come', words: 'GET /ka HTTP/4.2\r\n\r\n' },
    { what: 'a method in small letters', words: 'get /ka HTTP/1.1\r\nHost: a\r\n\r\n' },
    { what: 'a method of nobody', words: 'READ /ka HTTP/1.1\r\nHost: a\r\n\r\n' },
    { what: 'a space before a colon', words: requestFor('/ka', ['Host : a'], { origin: 'http://a' }) },
    { what: 'a header without a name', words: 'GET /ka HTTP/1.1\r\n: a\r\n\r\n' },
    { what: 'a NUL in a header', words: 'GET /ka HTTP/1.1\r\nX: a\0b\r\n\r\n' },
    { what: 'a lone CR in a header', words: 'GET /ka HTTP/1.1\r\nX: a\rb: c\r\n\r\n' },
    { what: 'two lengths', words: 'GET /ka HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab' },
    {
      what: 'a length and chunks',
      words: 'GET /ka HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    },
    { what: 'a length that is none', words: 'GET /ka HTTP/1.1\r\nContent-Length: -1\r\n\r\n' },
    { what: 'a coding after chunks', words: 'GET /ka HTTP/1.1\r\nTransfer-Encoding: chunked, gzip\r\n\r\n' },
    { what: 'an address with a space', words: 'GET /k a HTTP/1.1\r\nHost: a\r\n\r\n' },
    { what: 'an address with a NUL', words: 'GET /k\0a HTTP/1.1\r\nHost: a\r\n\r\n' },
  ])('is refused with the policy, and closed: $what', async ({ words }) => {
    const heard = await exchange(words)
    expect(statusOf(heard)).toBe(400)
    expect(heard).toContain(POLICY)
    expect(answersIn(heard)).toBe(1)
  })

  test('is closed, when it is HTTP/2', async () => {
    const heard = await exchange('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
    expect(answersIn(heard)).toBeLessThanOrEqual(1)
  })
})

describe('a request', () => {
  test('that names no host, or another, is refused', async () => {
    const nameless = await exchange('GET /ka HTTP/1.1\r\nConnection: close\r\n\r\n')
    const old = await exchange('GET /ka\r\n\r\n')
    const empty = await exchange(requestFor('/ka', ['Host:', 'Connection: close']))
    const another = await exchange(requestFor('/ka', ['Host: elsewhere.example', 'Connection: close']))
    expect([nameless, old, empty, another].map(statusOf)).toEqual([400, 400, 421, 421])
    for (const heard of [nameless, old, empty, another]) expect(heard).toContain(POLICY)
  })

  test('that follows another before it was answered is answered after it', async () => {
    const [first, second, third] = [
      requestFor('/ka?asOf=2026-03-11'),
      requestFor('/livez'),
      requestFor('/en'),
    ]
    const heard = await exchange(first + second + third.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
    const at = ['<html lang="ka" dir="ltr">', '\r\n\r\nalive\n', '<html lang="en" dir="ltr">'].map(words =>
      heard.indexOf(words),
    )
    expect(answersIn(heard)).toBe(3)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(at).not.toContain(-1)
  })

  test.for([
    { lines: [], connection: 'close' },
    { lines: ['Connection: keep-alive'], connection: 'keep-alive' },
  ])('of HTTP/1.0 is answered, connection: $connection', async ({ lines, connection }) => {
    const wire = await open()
    wire.say(requestFor('/livez', lines, { version: '1.0' }))
    await vi.waitFor(() => expect(wire.heard()).toContain('alive\n'), { timeout: 10_000 })
    expect(statusOf(wire.heard())).toBe(200)
    expect(wire.heard()).toMatch(new RegExp(`^Connection: ${connection}\\r$`, 'm'))
    expect(wire.heard()).not.toContain('Transfer-Encoding')
    wire.socket.destroy()
  })

  test.for(['100-continue', '200-ok', '100-continue, x'])(
    'that expects something is answered as if it did not: %s',
    async expectation => {
      const heard = await exchange(requestFor('/livez', [`Expect: ${expectation}`, 'Connection: close']))
      expect([statusOf(heard), answersIn(heard)]).toEqual([200, 1])
    },
  )
})

describe.concurrent('a connection is not turned into another protocol', () => {
  const upgrade = (...lines: string[]) => requestFor('/ka', lines)

  test.for([
    { what: 'WebSocket', words: () => upgrade('Connection: Upgrade', 'Upgrade: websocket') },
    { what: 'HTTP/2', words: () => upgrade('Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c') },
    { what: 'a tunnel', words: () => requestFor('127.0.0.1:22', [], { method: 'CONNECT' }) },
  ])('refused with the policy and closed, though nobody hangs up: $what', async ({ words }) => {
    const wire = await open()
    wire.say(words())
    const heard = await wire.closed
    expect(statusOf(heard)).toBe(405)
    expect(heard).toMatch(/^Allow: GET, HEAD\r$/m)
    expect(heard).toContain(POLICY)
  })

  test('and whoever asks for it cannot end the gate by hanging up or going on', async ({ gate }) => {
    const words = requestFor('/ka', ['Connection: Upgrade', 'Upgrade: websocket'], { origin: gate.origin })
    const before = requestFor('/api/v1/openapi.json', [], { origin: gate.origin })
    for (const said of [words, before + words, words + before, before.repeat(300) + words]) {
      const reset = await open(gate.origin)
      reset.socket.write(said, () => reset.socket.resetAndDestroy())
      await reset.closed
      const heard = await open(gate.origin)
      heard.say(said)
      heard.socket.once('data', () => heard.socket.resetAndDestroy())
      await heard.closed
      const talkative = await open(gate.origin)
      repeat(talkative, said, 20)
      await talkative.closed
    }
    expect((await ask('/livez', { origin: gate.origin })).status).toBe(200)
    expect(gate.isUp()).toBe(true)
  })
})
