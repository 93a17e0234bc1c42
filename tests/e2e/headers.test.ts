import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadedFont } from './addresses.ts'
import { ask } from './http.ts'
import { EVERY_PAGE, EVERY_PROBLEM } from './places.ts'

const { body: page } = await ask('/en')
const sheet = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
const hash = createHash('sha256').update(sheet).digest('base64')

const POLICY = `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

const OTHERS = [
  '/',
  '/nowhere',
  '/en/w/10',
  '/en/docs?doc=docs-80-chain-no-rework-migration-checklist-md',
  '/sitemap.xml',
  '/robots.txt',
  '/favicon.svg',
  '/_next/static/chunks/nothing.js',
  '/%',
  '/api/v1/checklists',
  '/api/v1/documents/nothing',
  '/api/v1/openapi.json',
]
const ADDRESSES = [...EVERY_PAGE, ...EVERY_PROBLEM].map(({ address }) => address).concat(OTHERS)

describe.for(['GET', 'HEAD', 'POST'])('an answer to %s', method => {
  test.for(ADDRESSES)('carries the policy that forbids script: %s', async address => {
    const { headers } = await ask(address, { method })
    expect(headers).toMatchObject({
      'content-security-policy': POLICY,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('set-cookie')
  })
})

test('what a page loads carries the policy too, and its own type', async () => {
  const { status, headers } = await ask(await loadedFont())
  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'content-type': 'font/woff2', 'content-security-policy': POLICY })
})
