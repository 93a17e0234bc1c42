import fs from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { everyAddress } from './addresses.ts'
import { ask } from './http.ts'

test.for(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  'a %s is refused at every address, and what is allowed is named',
  async method => {
    for (const address of await everyAddress()) {
      const { status, headers } = await ask(address, { method })
      expect([address, status, headers.allow]).toEqual([address, 405, 'GET, HEAD'])
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
    expect((await ask('*', { method })).status).toBe(405)
  },
)

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
