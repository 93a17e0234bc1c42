import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST } from './places.ts'

const ADDRESSES = ['/', '/en', `/ka${CHECKLIST}`, '/api/v1/checklists', '/favicon.svg', '/nowhere']

describe.for(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('a %s', method => {
  test.for(ADDRESSES)('is refused, and what is allowed is named: %s', async address => {
    const { status, headers } = await ask(address, { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

test.for(ADDRESSES)('a HEAD is answered like a GET, without the body: %s', async address => {
  const [get, head] = await Promise.all([ask(address), ask(address, { method: 'HEAD' })])
  const { date: _, ...headers } = get.headers
  expect(head).toMatchObject({ status: get.status, headers, body: '' })
})

test('a connection is not turned into another protocol', async () => {
  const { hostname, port } = new URL(inject('origin'))
  const socket = net.connect(Number(port), hostname)
  socket.write(
    `GET /en HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  )
  let answer = ''
  for await (const chunk of socket) answer += chunk
  expect(answer).toMatch(/^HTTP\/1\.1 405 /)
})

test.for([
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Url': '/en' },
  { 'Next-Router-State-Tree': '%5B%22%22%5D', RSC: '1' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-nextjs-data': '1' },
  { 'Next-Action': 'a'.repeat(40) },
  { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' },
  { cookie: '__prerender_bypass=1; NEXT_LOCALE=ka' },
  { accept: 'text/x-component' },
])('what a reader says in headers changes no byte: %o', async headers => {
  for (const address of ['/en', `/en${CHECKLIST}`, '/api/v1/checklists']) {
    const plain = await ask(address)
    expect(plain.status).toBe(200)
    expect(await ask(address, { headers })).toMatchObject({ status: 200, body: plain.body })
  }
})

test('what a reader adds to the query changes no byte', async () => {
  const { body } = await ask('/en')
  expect(await ask('/en?_rsc=1&utm_source=x&nxtPlocale=ka')).toMatchObject({ status: 200, body })
})

test('the scripts that the build made are not given out', async () => {
  const chunks = path.resolve(import.meta.dirname, '../../.next/static/chunks')
  const scripts = fs.readdirSync(chunks).filter(name => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(0)
  for (const script of scripts) {
    const { status, body } = await ask(`/_next/static/chunks/${script}`)
    expect(status).toBe(404)
    expect(body).not.toContain('function')
  }
})

test.for(['/_next/data/x/en.json', '/_next/image?url=%2Ffavicon.svg&w=64&q=75', '/.env', '/server/env.ts'])(
  'nothing of the machinery is given out: %s',
  async address => {
    expect((await ask(address)).status).toBe(404)
  },
)

test.for([
  '/en/../en',
  '/en//docs',
  '/en/%2e%2e/docs',
  '/en%2Fdocs',
  '/en/%00',
  '/en/%E0%A4%A',
  `/${'a'.repeat(4000)}`,
])('an address that no page could have gets no page: %s', async address => {
  expect((await ask(address)).status).toSatisfy((status: number) => status === 400 || status === 404)
})

test.for([
  '/ka/docs.rsc',
  '/ka/w/10.rsc',
  '/en.segments/_tree.segment.rsc',
  '/ka/docs.segments/_tree.segment.rsc',
  '/en/%2e%2e/api/v1/documents',
  '/_next/data/x/en.json',
])('the renderer keeps its own protocol to itself: %s', async address => {
  const { status, body } = await ask(address)
  expect(status).toBe(404)
  expect(body).toContain('<meta name="robots" content="noindex">')
  expect(body).not.toMatch(/_next\/static\/chunks\/[^"]*\.js|\$Sreact/)
})

test('another name of this machine leads to the portal, any other host is refused', async () => {
  const { port, host } = new URL(inject('origin'))
  const local = await ask('/en?asOf=2026-03-10', { headers: { host: `localhost:${port}` } })
  expect([local.status, local.headers.location]).toEqual([307, `http://${host}/en?asOf=2026-03-10`])
  expect(await ask('/en', { headers: { host: 'elsewhere.example' } })).toMatchObject({ status: 421 })
})

test('the API refuses in its own form', async () => {
  const answer = await ask('/api/v1/checklists', { method: 'POST' })
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(JSON.parse(answer.body)).toMatchObject({ status: 405, type: 'urn:mza:problem:method-not-allowed' })
})
