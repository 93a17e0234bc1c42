import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { PROJECT } from '#cli/project.ts'
import { ask } from './http.ts'
import { CHECKLIST } from './places.ts'
import { account, cookieOf, type SignInPortal, signIn, startSignInPortal, visiting } from './signing-in.ts'

let portal: SignInPortal
beforeAll(async () => {
  portal = await startSignInPortal({ content: path.join(PROJECT, 'content') })
})
afterAll(() => portal?.close())

const test = visiting(() => portal.origin)

describe('a reader with a browser', () => {
  test('signs in by links alone, and comes back to the page they were on', async ({ visitor }) => {
    await signIn(visitor, 'SRE_LEAD', `/en${CHECKLIST}/4?asOf=2026-03-10`)
    expect(visitor.url()).toBe(`${portal.origin}/en${CHECKLIST}/4?asOf=2026-03-10`)
    expect(await account(visitor).getByRole('link').allInnerTexts()).toEqual(['demo SRE_LEAD', 'Sign out'])
  })

  test.for([
    { role: 'SRE_LEAD', scope: 'Owner' },
    { role: 'REVIEWER', scope: 'Reviewer' },
    { role: 'DOCUMENT_CUSTODIAN', scope: 'Admin' },
  ])('as $role reads by the scope $scope, in pages and data', async ({ role, scope }, { visitor }) => {
    await signIn(visitor, role, '/en')
    expect(await visitor.getByText(/^Current scope:/).textContent()).toBe(`Current scope: ${scope}`)
    const data = await visitor.goto('/api/v1/documents')
    expect(await data?.text()).toContain(`"scope":"${scope.toLowerCase()}"`)
  })

  test('finds who they are, with which roles and scope, behind their name', async ({ visitor }) => {
    await signIn(visitor, 'GOVERNANCE_ADMIN', '/ka')
    await account(visitor).getByRole('link', { name: 'demo GOVERNANCE_ADMIN' }).click()
    const text = await visitor.getByRole('main').textContent()
    expect(text).toContain('demo GOVERNANCE_ADMIN')
    expect(text).toContain('წვდომის დონეს: ადმინისტრატორი')
  })

  test('is not shown their pages again after they have signed out', async ({ visitor }) => {
    await signIn(visitor, 'REVIEWER', '/en/docs')
    await account(visitor).getByRole('link', { name: 'Sign out' }).click()
    expect(visitor.url()).toBe(`${portal.origin}/en/sign-in/signed-out`)
    expect(await visitor.locator('h1').textContent()).toBe('You are signed out')
    expect(await visitor.locator('[aria-current=page]').count()).toBe(0)
    expect((await visitor.context().cookies()).filter(({ name }) => name.startsWith('__Host-'))).toEqual([])
    await visitor.goBack()
    expect(await account(visitor).getByRole('link').allInnerTexts()).toEqual(['Sign in'])
  })

  test('stays signed in when the address that would sign them out is typed in', async ({ visitor }) => {
    await signIn(visitor, 'REVIEWER')
    const way = await account(visitor).getByRole('link', { name: 'Sign out' }).getAttribute('href')
    await visitor.goto(way ?? '')
    expect(visitor.url()).toBe(`${portal.origin}/en/sign-in`)
    expect(await account(visitor).getByRole('link').allInnerTexts()).toContain('demo REVIEWER')
  })

  test('with a role that nobody knows is told that they are a guest', async ({ visitor }) => {
    await signIn(visitor, 'VISITOR', '/ka')
    expect(visitor.url()).toBe(`${portal.origin}/ka/sign-in/no-role`)
    expect(await visitor.locator('h1').textContent()).toBe('თქვენ ხედავთ იმას, რასაც სტუმარი')
    expect(await account(visitor).getByRole('link').allInnerTexts()).toEqual(['შესვლა'])
  })

  test('who says no at the issuer is told so in the language they began in', async ({ visitor }) => {
    await signIn(visitor, 'შესვლის გარეშე დაბრუნება', '/ka')
    expect(await visitor.locator('h1').textContent()).toBe('პორტალში არ შესულხართ')
  })

  test('keeps one cookie that no script, no other host and no other site can use', async ({ visitor }) => {
    await signIn(visitor, 'REVIEWER')
    const own = (await visitor.context().cookies()).filter(({ name }) => name.startsWith('__Host-'))
    expect(own).toEqual([
      expect.objectContaining({
        name: '__Host-mza-session',
        httpOnly: true,
        secure: true,
        sameSite: 'Lax',
        path: '/',
        domain: '127.0.0.1',
      }),
    ])
    const left = (own[0]?.expires ?? 0) - Date.now() / 1000
    expect(left).toBeGreaterThan(11 * 3600)
    expect(left).toBeLessThanOrEqual(12 * 3600)
  })

  test.for(['ka', 'en'])('meets an issuer’s page in %s that anyone can use', async (locale, { newPage }) => {
    // axe is a script: its page is without the policy.
    const page = await newPage({
      baseURL: portal.origin,
      bypassCSP: true,
      javaScriptEnabled: true,
      width: 320,
    })
    await page.goto(`/${locale}`)
    await account(page).getByRole('link').click()
    expect(new URL(page.url()).origin).toBe(portal.issuer)
    expect(await page.getByRole('banner').locator('p').count()).toBe(2)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    const widest = await page
      .locator('body *')
      .evaluateAll(all => Math.max(...all.map(each => each.getBoundingClientRect().right)))
    expect(widest).toBeLessThanOrEqual(320)
  })
})

describe('a page of somebody who has signed in', () => {
  test('is kept nowhere, has no script and the same policy as any', async ({ visitor }) => {
    await signIn(visitor, 'REVIEWER')
    const cookie = await cookieOf(visitor)
    for (const address of [
      '/en',
      '/ka/docs',
      '/en/sign-in',
      '/en/docs.csv',
      '/en/docs.md',
      '/api/v1/documents',
    ]) {
      const guest = await ask(address, { origin: portal.origin })
      const { headers, body, status } = await ask(address, { origin: portal.origin, headers: { cookie } })
      expect([address, status, headers['cache-control'], headers.vary]).toEqual([
        address,
        200,
        'private, no-store',
        'Cookie',
      ])
      expect(headers['content-security-policy']).toBe(guest.headers['content-security-policy'])
      expect(body).not.toContain('<script')
      expect(guest.body).not.toContain('demo REVIEWER')
    }
  })

  test('cannot be had by naming a reader in a header', async () => {
    const reader = encodeURIComponent(
      JSON.stringify({ roles: ['GOVERNANCE_ADMIN'], name: 'demo ADMIN', exit: 'x'.repeat(22) }),
    )
    const { body, headers } = await ask('/en/sign-in', {
      origin: portal.origin,
      headers: { 'x-mza-reader': reader },
    })
    expect(body).not.toContain('demo ADMIN')
    expect(headers['cache-control']).toBe('no-cache')
  })
})

describe('where nobody can sign in', () => {
  test('no page offers it, and its addresses lead nowhere', async () => {
    expect((await ask('/en')).body).not.toContain('/auth/')
    expect((await ask('/en/sign-in')).body).toContain('Nobody can sign in to this portal at present')
    for (const address of ['/auth/sign-in', '/auth/callback?code=x&state=y', '/auth/sign-out']) {
      const { status, headers } = await ask(address)
      expect([address, status, headers['set-cookie']]).toEqual([address, 404, undefined])
    }
  })
})
