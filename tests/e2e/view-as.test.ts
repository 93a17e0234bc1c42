import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { today } from './days.ts'
import { type Answer, ask } from './http.ts'
import { account, cookieOf, type SignInPortal, signIn, startSignInPortal, visiting } from './signing-in.ts'

const INNER = '60_technical_specs/innerplan'
const SEALED = '60_technical_specs/sealedplan'
const content = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-view-as-'))
let portal: SignInPortal

const write = (document: string, kind: string) => {
  const folder = path.join(content, document)
  fs.mkdirSync(folder, { recursive: true })
  const metadata = `Document ID: ${kind}-PLAN\nOwner Role: CHAIN_OFFICER\nLast Review Date: 2026-03-04\nClass: ${kind}`
  fs.writeFileSync(path.join(folder, 'en.md'), `---\n${metadata}\n---\n\n# Plan of ${kind}\n\nHelianthus.\n`)
}

beforeAll(async () => {
  fs.cpSync(path.join(PROJECT, 'content'), content, { recursive: true })
  write(INNER, 'INTERNAL')
  write(SEALED, 'RESTRICTED')
  portal = await startSignInPortal({ content })
})
afterAll(async () => {
  await portal?.close()
  fs.rmSync(content, { recursive: true, force: true })
})

const test = visiting(() => portal.origin)
const strip = (page: Page) =>
  page.getByRole('complementary', { name: /About this page|ცნობები გვერდის შესახებ/ })
const eyes = (page: Page) => page.getByRole('navigation', { name: /Through the eyes|თვალიერება უფრო დაბალი/ })
const askAs = (cookie: string | null, address: string, headers: Record<string, string> = {}) =>
  ask(address, { origin: portal.origin, headers: { ...(cookie === null ? {} : { cookie }), ...headers } })

const TOLD = /(\d+) documents? (?:is|are) withheld \(class (\w+)\)/g
const toldOn = (text: string | null) =>
  [...(text ?? '').matchAll(TOLD)].map(([, count, kind]) => `${count} ${kind}`)

describe('an administrator', () => {
  test('looks at a page through a guest’s eyes, is told so on every page, and comes back', async ({
    visitor,
  }) => {
    await signIn(visitor, 'GOVERNANCE_ADMIN', '/en/docs')
    expect(await strip(visitor).textContent()).toContain('Current scope: Admin')
    expect(await visitor.getByRole('main').textContent()).toContain('Plan of RESTRICTED')
    expect(toldOn(await visitor.getByRole('main').textContent())).toEqual([])

    await eyes(visitor).getByRole('link', { name: 'Guest' }).click()
    expect(visitor.url()).toBe(`${portal.origin}/en/docs`)
    const main = visitor.getByRole('main')
    expect(await main.textContent()).not.toContain('Plan of')
    expect(toldOn(await main.textContent())).toEqual(['1 INTERNAL', '1 RESTRICTED'])
    for (const address of [
      '/en',
      '/en/search?q=helianthus',
      '/en/friday',
      '/en/sign-in',
      `/en/docs/${SEALED}`,
    ]) {
      await visitor.goto(address)
      expect(await strip(visitor).textContent()).toContain('Current scope: Guest')
      expect(await strip(visitor).locator('strong').textContent()).toBe('Viewing as: Guest.')
    }
    expect(await visitor.locator('h1').textContent()).toBe('There is no such page')

    await visitor.goto('/en/docs')
    await strip(visitor).getByRole('link', { name: 'Back to your own scope: Admin' }).click()
    expect(visitor.url()).toBe(`${portal.origin}/en/docs`)
    expect(await strip(visitor).textContent()).toContain('Current scope: Admin')
    expect(await strip(visitor).textContent()).not.toContain('Viewing as')
    expect((await visitor.goto(`/en/docs/${SEALED}`))?.status()).toBe(200)
  })

  test.for([
    ['guest', ['1 INTERNAL', '1 RESTRICTED']],
    ['owner', ['1 RESTRICTED']],
    ['reviewer', []],
  ] as const)('sees as %s what that scope sees, in every form', async ([scope, told], { visitor }) => {
    await signIn(visitor, 'DOCUMENT_CUSTODIAN')
    const name = { guest: 'Guest', owner: 'Owner', reviewer: 'Reviewer' }[scope]
    await eyes(visitor).getByRole('link', { name }).click()
    const cookie = await cookieOf(visitor)
    const data = JSON.parse((await askAs(cookie, '/api/v1/documents?locale=en')).body)
    expect(data.scope).toBe(scope)
    expect(
      data.withheld.map((entry: { count: number; class: string }) => `${entry.count} ${entry.class}`),
    ).toEqual(told)
    for (const address of [
      '/en/docs',
      '/en/docs.csv',
      '/en/docs.md',
      '/en/search?q=helianthus',
      '/en/search.csv?q=helianthus',
      '/en/search.md?q=helianthus',
    ]) {
      const { body } = await askAs(cookie, address)
      expect([address, toldOn(body.replaceAll('\\', ''))]).toEqual([address, told])
      expect([address, body.includes('Plan of INTERNAL')]).toEqual([address, scope !== 'guest'])
      expect([address, body.includes('Plan of RESTRICTED')]).toEqual([address, scope === 'reviewer'])
    }
  })

  test('finds the ways and what they mean on the page of the account, in Georgian too', async ({
    visitor,
  }) => {
    await signIn(visitor, 'GOVERNANCE_ADMIN', '/ka/sign-in')
    const main = visitor.getByRole('main')
    expect(await main.getByRole('heading', { name: 'თვალიერება უფრო დაბალი წვდომის დონით' }).count()).toBe(1)
    await main.getByRole('link', { name: 'შემფასებელი' }).click()
    expect(visitor.url()).toBe(`${portal.origin}/ka`)
    expect(await strip(visitor).textContent()).toContain('თვალიერება წვდომის დონით: შემფასებელი.')
    await visitor.goto('/ka/sign-in')
    expect(await visitor.getByRole('main').textContent()).toContain('ადმინისტრატორი')
  })

  test('is told so on paper, where no link leads back', async ({ visitor }) => {
    await signIn(visitor, 'GOVERNANCE_ADMIN')
    await visitor.emulateMedia({ media: 'print' })
    expect(await eyes(visitor).isVisible()).toBe(false)
    await visitor.emulateMedia({ media: 'screen' })
    await eyes(visitor).getByRole('link', { name: 'Owner' }).click()
    await visitor.emulateMedia({ media: 'print' })
    expect(await visitor.getByText('Viewing as: Owner.').isVisible()).toBe(true)
    expect(await visitor.getByText('Back to your own scope').isVisible()).toBe(false)
  })

  test('signs out from there as from anywhere', async ({ visitor }) => {
    await signIn(visitor, 'GOVERNANCE_ADMIN')
    await eyes(visitor).getByRole('link', { name: 'Owner' }).click()
    await account(visitor).getByRole('link', { name: 'Sign out' }).click()
    expect(await visitor.locator('h1').textContent()).toBe('You are signed out')
    expect(await strip(visitor).textContent()).not.toContain('Viewing as')
  })

  test('stays as they are when the address is typed in', async ({ visitor }) => {
    await signIn(visitor, 'GOVERNANCE_ADMIN')
    const way = await eyes(visitor).getByRole('link', { name: 'Guest' }).getAttribute('href')
    await visitor.goto(way ?? '')
    expect(visitor.url()).toBe(`${portal.origin}/en/sign-in`)
    expect(await strip(visitor).textContent()).toContain('Current scope: Admin')
  })

  test.for(['/ka/sign-in', '/en/docs'])(
    'meets nothing that anyone could not use: %s',
    async (address, { browser, visitor }) => {
      await signIn(visitor, 'GOVERNANCE_ADMIN', address)
      const context = await browser.newContext({
        baseURL: portal.origin,
        bypassCSP: true,
        storageState: await visitor.context().storageState(),
        viewport: { width: 320, height: 900 },
      })
      const page = await context.newPage()
      await page.goto(address)
      for (let eye = 0; eye < 2; eye += 1) {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        expect(violations.map(({ id }) => id)).toEqual([])
        const widest = await page
          .locator('body *')
          .evaluateAll(all => Math.max(...all.map(each => each.getBoundingClientRect().right)))
        expect(widest).toBeLessThanOrEqual(320)
        if (eye === 0) await eyes(page).getByRole('link').first().click()
        await page.goto(address)
      }
      await context.close()
    },
  )
})

/** What an answer says but for the address that was asked for, and when. */
const said = ({ status, headers: { date: _, ...headers }, body }: Answer, name: string) => ({
  status,
  headers,
  body: body.replaceAll(name, '…'),
})

describe('whoever is no administrator', () => {
  test.for(['SRE_LEAD', 'REVIEWER', null])(
    '%s is offered nothing, and finds no such address',
    async (role, { visitor }) => {
      if (role) await signIn(visitor, role)
      else await visitor.goto('/en')
      expect(await eyes(visitor).count()).toBe(0)
      const cookie = role && (await cookieOf(visitor))
      for (const scope of ['guest', 'owner', 'reviewer', 'admin', 'root']) {
        const found = await askAs(cookie, `/view-as/${scope}?exit=${'x'.repeat(22)}`)
        expect(found.status).toBe(404)
        expect(said(found, '-')).toEqual(said(await askAs(cookie, '/no-such-thing'), '-'))
      }
    },
  )

  test.for([
    [null, INNER],
    [null, SEALED],
    ['SRE_LEAD', SEALED],
  ] as const)(
    '%s is told of %s as of nothing, whichever way they ask',
    async ([role, document], { visitor }) => {
      if (role) await signIn(visitor, role)
      const cookie = role && (await cookieOf(visitor))
      const name = document.split('/')[1] ?? ''
      const none = 'x'.repeat(name.length)
      for (const form of [
        '/en/docs/60_technical_specs/NAME',
        '/ka/docs/60_technical_specs/NAME?asOf=2026-03-10',
        '/en/docs/60_technical_specs/NAME/3',
        '/en/docs/60_technical_specs/NAME.md',
        '/en/docs/60_technical_specs/NAME.csv',
        '/en/compare/60_technical_specs/NAME',
        '/en/docs?doc=docs-60-technical-specs-NAME-md',
        '/api/v1/documents/60_technical_specs~NAME',
        '/api/v1/documents/60_technical_specs%2FNAME',
        '/api/v1/checklists/60_technical_specs~NAME',
      ])
        for (const headers of [
          {},
          { 'if-none-match': '*' },
          { 'accept-encoding': 'identity', 'accept-language': 'ru' },
        ]) {
          const there = await askAs(cookie, form.replace('NAME', name), headers)
          const nothing = await askAs(cookie, form.replace('NAME', none), headers)
          expect([form, there.status]).toEqual([form, 404])
          expect(tagless(said(there, name))).toEqual(tagless(said(nothing, none)))
        }
    },
  )
})

/** The tag of a page that says which address was asked for is another for each. */
const tagless = ({ headers: { etag, ...headers }, ...answer }: ReturnType<typeof said>) => ({
  ...answer,
  headers: { ...headers, hasTag: etag !== undefined },
})

describe('who signs in where nothing was found', () => {
  test('is shown what is at that address for them, which a guest was not told of', async ({ visitor }) => {
    const address = `/en/docs/${SEALED}?asOf=${today()}`
    expect((await visitor.goto(address))?.status()).toBe(404)
    await account(visitor).getByRole('link', { name: 'Sign in' }).click()
    await visitor.getByRole('link', { name: 'REVIEWER', exact: true }).click()
    expect(visitor.url()).toBe(`${portal.origin}${address}`)
    expect(await visitor.locator('h1').textContent()).toBe('Plan of RESTRICTED')
  })

  test('comes back to what is still not there, and elsewhere to the front page', async ({ visitor }) => {
    for (const [address, back] of [
      [
        `/ka/docs/60_technical_specs/${encodeURIComponent('ერთი')}%20x`,
        `/ka/docs/60_technical_specs/${encodeURIComponent('ერთი x')}`,
      ],
      [
        '/ka/evidence/dev/no-such-run?topic=mint.requested',
        '/ka/evidence/dev/no-such-run?topic=mint.requested',
      ],
      ['/en/no/such/thing', '/en/no/such/thing'],
      ['//elsewhere.example/en', '/en'],
    ] as const) {
      const { body, status } = await askAs(null, address, { 'accept-language': 'en' })
      const [, way = ''] = /href="\/auth\/sign-in\?back=([^"]*)"/.exec(body) ?? []
      expect([status, decodeURIComponent(way)]).toEqual([404, back])
    }
    await signIn(visitor, 'REVIEWER', '/en/no/such/thing')
    expect(visitor.url()).toBe(`${portal.origin}/en/no/such/thing`)
    expect(await visitor.locator('h1').textContent()).toBe('There is no such page')
  })
})

describe('the page of changes', () => {
  test.for([
    [null, ['1 INTERNAL', '1 RESTRICTED']],
    ['SRE_LEAD', ['1 RESTRICTED']],
    ['REVIEWER', []],
  ] as const)('tells %s of how many documents it lists no change', async ([role, told], { visitor }) => {
    if (role) await signIn(visitor, role, '/en/changes')
    else await visitor.goto('/en/changes')
    const lead = visitor.getByText('Changed texts of documents that your scope does not see are not listed:')
    expect(await lead.count()).toBe(told.length > 0 ? 1 : 0)
    const items = await lead.locator('xpath=following-sibling::ul/li').allTextContents()
    expect(items.map(item => item.split(' · ')[0])).toEqual(told.map(() => '60_technical_specs'))
    expect(items.flatMap(toldOn)).toEqual(told)
    if (told.length > 0) expect(items.at(-1)).toContain('visible to: Reviewer and Admin.')
    const cookie = role && (await cookieOf(visitor))
    for (const form of ['/en/changes.csv', '/en/changes.md'])
      expect([form, toldOn((await askAs(cookie, form)).body.replaceAll('\\', ''))]).toEqual([form, told])
  })
})

describe('beside the pages', () => {
  test('what programs read is every guest’s, and what a person reads has no validator and one length', async ({
    visitor,
  }) => {
    await signIn(visitor, 'REVIEWER')
    const cookie = await cookieOf(visitor)
    for (const address of [
      '/feeds/en.atom',
      '/calendar/ka.ics?role=SRE_LEAD',
      '/badge/ready.svg',
      '/sitemap.xml',
      '/llms.txt',
      '/robots.txt',
    ]) {
      const guest = await askAs(null, address)
      expect([address, said(await askAs(cookie, address), '-')]).toEqual([address, said(guest, '-')])
      const again = await askAs(cookie, address, { 'if-none-match': String(guest.headers.etag) })
      expect([address, again.status]).toEqual([address, guest.status === 200 ? 304 : guest.status])
      expect(guest.body).not.toMatch(/sealedplan|innerplan/)
    }
    for (const address of [
      '/en/docs',
      `/en/docs/${SEALED}`,
      '/api/v1/documents',
      '/en/docs.csv',
      '/en/docs.md',
    ]) {
      const answer = await askAs(cookie, address, { 'accept-encoding': 'br, gzip', 'if-none-match': '*' })
      const { etag, 'content-encoding': encoding, 'content-length': length } = answer.headers
      expect([address, answer.status, etag, encoding]).toEqual([address, 200, undefined, undefined])
      expect(Number(length)).toBe(Buffer.byteLength(answer.body))
      const head = await ask(address, { method: 'HEAD', origin: portal.origin, headers: { cookie } })
      expect(head.headers['content-length']).toBe(length)
    }
  })

  test('nobody becomes a reader by saying so', async () => {
    const plain = await askAs(null, `/en/docs/${SEALED}`)
    for (const scope of ['reviewer', 'admin']) {
      const reader = { scope, viewAs: scope, roles: ['GOVERNANCE_ADMIN'], name: 'x', exit: 'x'.repeat(22) }
      for (const value of [JSON.stringify(reader), encodeURIComponent(JSON.stringify(reader))])
        expect(said(await askAs(null, `/en/docs/${SEALED}`, { 'x-mza-reader': value }), '-')).toEqual(
          said(plain, '-'),
        )
    }
  })
})
