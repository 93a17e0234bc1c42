import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { parseAddress } from '#server/address.ts'
import { downloadAt, send } from '#server/download.ts'
import { createGate } from '#server/gate.ts'

const NOW = new Date('2026-03-20T10:00:00Z')

const at = (target: string) => {
  const address = parseAddress(target)
  return address && downloadAt(address, NOW)
}

describe('the address of a file of a bundle', () => {
  test('names environment, run and file, and the day', () => {
    expect(at('/evidence/dev/smoke-1/records.jsonl')).toEqual({
      environment: 'dev',
      runId: 'smoke-1',
      name: 'records.jsonl',
      asOf: { day: '2026-03-20', isToday: true },
    })
    expect(at('/evidence/prod/a/run.json?asOf=2026-03-10')).toMatchObject({
      name: 'run.json',
      asOf: { day: '2026-03-10', isToday: false },
    })
  })

  test.for([
    '/evidence/dev/smoke-1',
    '/evidence/test/smoke-1/run.json',
    '/evidence/dev/smoke-1/other.json',
    '/evidence/dev/smoke-1/a/b.jsonl',
    '/ka/evidence/dev/smoke-1/run.json',
    '/evidence/dev/SMOKE/run.json',
  ])('is not %s', target => {
    expect(at(target)).toBeNull()
  })

  test.for(['2026-02-30', '2026-03-21'])('says what is wrong with the day %s', day => {
    expect(at(`/evidence/dev/a/run.json?asOf=${day}`)).toMatch(/^Expected a calendar day/)
  })
})

const onEnd: (() => void)[] = []
afterEach(() => {
  for (const end of onEnd.splice(0)) end()
})

const TEXT = 'ა line\n'.repeat(5000)
const sha256 = createHash('sha256').update(TEXT).digest('hex')

/** A server that gives one file, whose pieces are made by `read`. */
async function serving(read: () => AsyncIterable<Buffer>, isPrivate = false) {
  const file = { name: 'a.jsonl', type: 'application/x-ndjson', bytes: Buffer.byteLength(TEXT), sha256, read }
  const faults: unknown[] = []
  const server = http.createServer((request, response) => {
    send(request, response, ['X-Always', 'yes'], { file, isPrivate }).catch(fault => {
      faults.push(fault)
      response.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onEnd.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, faults }
}

async function* whole() {
  for (let from = 0; from < TEXT.length; from += 1000) yield Buffer.from(TEXT.slice(from, from + 1000))
}

describe('a download', () => {
  test('is the file in pieces, with its size, its hash and the headers of every answer', async () => {
    const { address } = await serving(whole)
    const answer = await fetch(address)
    expect(await answer.text()).toBe(TEXT)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-length': String(Buffer.byteLength(TEXT)),
      'content-disposition': 'attachment; filename="a.jsonl"',
      etag: `"${sha256}"`,
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'x-always': 'yes',
    })
  })

  test('that fails on the way is cut off, and never taken for the whole', async () => {
    const { address, faults } = await serving(async function* () {
      yield Buffer.from(TEXT.slice(0, 1000))
      throw new Error('no database')
    })
    await expect(fetch(address).then(answer => answer.text())).rejects.toThrow()
    expect(faults).toHaveLength(1)
  })

  test('whose reader goes away is nobody’s fault', async () => {
    let isEnded = () => {}
    const ended = new Promise<void>(resolve => {
      isEnded = resolve
    })
    const { address, faults } = await serving(async function* () {
      try {
        while (true) yield Buffer.alloc(65_536)
      } finally {
        isEnded()
      }
    })
    const request = http.get(address, response => response.once('data', () => request.destroy()))
    request.on('error', () => {})
    await ended
    expect(faults).toEqual([])
  })

  test('is not read for who has it', async () => {
    const { address } = await serving(() => {
      throw new Error('it was read')
    })
    const answer = await fetch(address, { headers: { 'If-None-Match': `"${sha256}"` } })
    expect([answer.status, await answer.text()]).toEqual([304, ''])
  })

  test('of whoever has signed in is kept by nobody, and known again by nothing', async () => {
    const { address } = await serving(whole, true)
    const { status, headers } = await fetch(address, { headers: { 'If-None-Match': `"${sha256}"` } })
    expect([status, headers.get('etag')]).toEqual([200, null])
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['private, no-store', 'Cookie'])
  })
})

test('seventeen readers at once are one too many, who is told to come again; then there is room', async () => {
  const ends: (() => void)[] = []
  async function* slow() {
    yield Buffer.from(TEXT.slice(0, 7))
    await new Promise<void>(resolve => ends.push(resolve))
    yield Buffer.from(TEXT.slice(7))
  }
  const never = () => {
    throw new Error('not asked for')
  }
  const gate = createGate({
    portal: { give: never, warm: never, giveNothing: never },
    signIn: null,
    openBundleFile: async (_environment, _runId, name) => ({
      name,
      type: 'application/x-ndjson',
      bytes: Buffer.byteLength(TEXT),
      sha256,
      read: slow,
    }),
    health: { isReady: () => true, isDraining: () => false, readinessAsked: () => {} },
    logbook: {
      answered: () => {},
      fault: () => {},
      dropped: () => {},
      note: () => {},
      timed: render => render,
    },
    origin: 'http://127.0.0.1',
    always: [],
  })
  const server = http.createServer(gate)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onEnd.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const { port } = server.address() as AddressInfo
  const ask = () =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const options = { port, path: '/evidence/dev/a/a.jsonl', headers: { Host: '127.0.0.1' }, agent: false }
      http.get(options, resolve).on('error', reject)
    })
  const readers = await Promise.all(Array.from({ length: 16 }, ask))
  expect(readers.map(({ statusCode }) => statusCode)).toEqual(readers.map(() => 200))
  const refused = await ask()
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '30'])
  for (const end of ends.splice(0)) end()
  await Promise.all(readers.map(reader => reader.resume().toArray()))
  expect((await ask()).statusCode).toBe(200)
})
