import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { type DemonstrationIssuer, startDemonstrationIssuer } from '#cli/issuer/demonstration-issuer.ts'
import { demonstrationSettings } from '#cli/issuer/demonstration-settings.ts'
import type { Gate } from '#cli/portal/gate.ts'
import { PROJECT } from '#cli/project.ts'
import { freePort } from '#scripts/port.js'
import { startPortal } from '#tests/setup/portal.ts'
import { ask } from './http.ts'
import { CHECKLIST } from './places.ts'
import { test as base } from './reader.ts'

let portal: { origin: string; gate: Gate }
let issuer: DemonstrationIssuer
const settings = demonstrationSettings(await freePort())
beforeAll(async () => {
  portal = await startPortal(
    inject('adminUrl'),
    { content: path.join(PROJECT, 'content') },
    null,
    async origin => {
      issuer = await startDemonstrationIssuer(settings, origin)
      return { ...settings, sessionKeys: ['k'.repeat(43)] }
    },
  )
})
afterAll(async () => {
  await portal?.gate.stop()
  await issuer?.close()
})

/** A browser of nobody else's, without script: a session is kept in it. */
const test = base.extend('visitor', async ({ browser }, { onCleanup }): Promise<Page> => {
  const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })
  onCleanup(() => context.close())
  return context.newPage()
})

const account = (page: Page) => page.getByRole('navigation', { name: /თქვენი ანგარიში|Your account/ })

async function signIn(page: Page, role: string, at = '/en'): Promise<void> {
  await page.goto(at)
  await account(page).getByRole('link').click()
  await page.getByRole('link', { name: role, exact: true }).click()
}

describe('a reader with a browser', () => {
  test('signs in by links alone, and comes back to the page they were on', async ({ visitor }) => {
    await signIn(visitor, 'SRE_LEAD', `/en${CHECKLIST}/4?asOf=2026-03-10`)
    expect(visitor.url()).toBe(`${portal.origin}/en${CHECKLIST}/4?asOf=2026-03-10`)
    expect(await account(visitor).getByRole('link').allInnerTexts()).toEqual(['demo SRE_LEAD', 'Sign out'])
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
    expect(new URL(page.url()).origin).toBe(settings.issuer)
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
    const cookies = await visitor.context().cookies(portal.origin)
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    for (const address of [
      '/en',
      '/ka/docs',
      '/en/sign-in',
      '/en/docs.csv',
      '/api/v1/documents',
      '/feeds/en.atom',
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
