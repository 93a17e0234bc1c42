import { describe, expect } from 'vitest'
import { ask } from './http.ts'
import { startLonelyGate } from './lonely-gate.ts'
import { describedBy } from './openapi.ts'
import { CHECKLIST, LOCALES, type Locale } from './places.ts'
import { test as base } from './reader.ts'

const PASSWORD = 'nobody-may-read-this'

const test = base
  .extend('password', { scope: 'file' }, () => PASSWORD)
  .extend('gate', { scope: 'file' }, async ({ password }, { onCleanup }) => {
    const gate = await startLonelyGate(password)
    onCleanup(() => gate.stop())
    return gate
  })

const WORDS: Record<Locale, readonly [heading: string, comfort: string]> = {
  ka: ['პორტალი დროებით მიუწვდომელია', 'არაფერი დაკარგულა'],
  en: ['The portal is unavailable for the moment', 'Nothing is lost'],
}

describe.for(LOCALES)('without its database the portal, in %s,', locale => {
  test.for(['', '/docs', CHECKLIST, `${CHECKLIST}/10`, '?asOf=2026-03-10', '/w/10', '/nowhere'])(
    'says that it is unavailable and when to try again: %s',
    async (path, { gate }) => {
      const { status, headers, body } = await ask(`/${locale}${path}`, { origin: gate.origin })
      expect(status).toBe(503)
      expect(headers['retry-after']).toBe('30')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(body).toContain(`<html lang="${locale}" dir="ltr">`)
      for (const words of WORDS[locale]) expect(body).toContain(words)
      expect(body).not.toMatch(/prisma|ECONNREFUSED|postgres/i)
    },
  )

  test('looks like itself, and offers to try again', async ({ gate, newPage }) => {
    const page = await newPage({ baseURL: gate.origin })
    await page.goto(`/${locale}${CHECKLIST}`)
    const [heading] = WORDS[locale]
    expect(await page.locator('h1').textContent()).toBe(heading)
    expect(await page.evaluate(words => document.fonts.check('16px "Mza Sans"', words), heading)).toBe(true)
    await page.locator('main').getByRole('link').click()
    expect(new URL(page.url()).pathname).toBe(`/${locale}${CHECKLIST}`)
  })
})

test.for(['/api/v1/checklists', '/api/v1/checklists/{id}', '/api/v1/documents', '/api/v1/documents/{id}'])(
  'without its database %s is an unavailable problem',
  async (template, { gate }) => {
    const answer = await ask(template.replace('{id}', 'anything'), { origin: gate.origin })
    expect(answer.status).toBe(503)
    expect(answer.headers).toMatchObject({ 'retry-after': '30', 'cache-control': 'no-store' })
    expect(JSON.parse(answer.body)).toMatchObject({ type: 'urn:mza:problem:unavailable', status: 503 })
    expect(await describedBy(template, answer)).toEqual([])
    expect(answer.body).not.toMatch(/prisma|ECONNREFUSED|postgres/i)
  },
)

test.for([
  '/feeds/ka.atom',
  '/calendar/en.ics?role=SRE_LEAD',
  '/badge/readiness.svg',
  '/llms.txt',
  '/ka/index.csv',
  `/en${CHECKLIST}/10.md`,
])('without its database %s is refused in plain words, and is no page', async (address, { gate }) => {
  const { status, headers, body } = await ask(address, { origin: gate.origin })
  expect(status).toBe(503)
  expect(headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'retry-after': '30',
    'cache-control': 'no-store',
  })
  expect(headers).not.toHaveProperty('content-disposition')
  expect(body).toBe('Unavailable.\n')
})

test('without its database the portal still gives what needs none', async ({ gate }) => {
  for (const address of ['/favicon.svg', '/robots.txt', '/api/v1/openapi.json'])
    expect([address, (await ask(address, { origin: gate.origin })).status]).toEqual([address, 200])
  expect((await ask('/', { origin: gate.origin })).headers.location).toBe('/ka')
})

test('without its database the gate stays up, and prints no password', async ({ gate }) => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/en', { origin: gate.origin })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  expect(gate.isUp()).toBe(true)
  expect(gate.printed()).not.toContain(PASSWORD)
})
