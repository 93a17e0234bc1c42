import type { BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { inject } from 'vitest'
import { type DemonstrationIssuer, startDemonstrationIssuer } from '#cli/issuer/demonstration-issuer.ts'
import { demonstrationSettings } from '#cli/issuer/demonstration-settings.ts'
import type { Role } from '#features/access/role-model.ts'
import { sessionSeal } from '#features/access/session-seal.ts'
import { freePort } from '#scripts/port.js'
import { startPortal } from '#tests/setup/portal.ts'
import { test as base } from './reader.ts'

/** What seals its sessions. */
const sessionKeys = ['k'.repeat(43)]

export type SignInPortal = Awaited<ReturnType<typeof startSignInPortal>>

/** A portal with this content and evidence, and the demonstration issuer to sign in at. */
export async function startSignInPortal(folders: { readonly content: string; readonly evidence?: string }) {
  const settings = demonstrationSettings(await freePort())
  let issuer: DemonstrationIssuer | undefined
  const { origin, gate } = await startPortal(inject('adminUrl'), folders, null, async own => {
    issuer = await startDemonstrationIssuer(settings, own)
    return { ...settings, sessionKeys }
  })
  return {
    origin,
    issuer: settings.issuer,
    sessions: sessionSeal({ ...settings, sessionKeys }, origin),
    async close() {
      await gate.stop()
      await issuer?.close()
    },
  }
}

/** Tests with browsers of nobody else's, without script: a session is kept in each. */
export const visiting = (originOf: () => string) =>
  base
    .extend('newVisitor', ({ browser }, { onCleanup }) => {
      const contexts: BrowserContext[] = []
      onCleanup(async () => {
        await Promise.all(contexts.map(context => context.close()))
      })
      return async (options: BrowserContextOptions = {}): Promise<Page> => {
        const context = await browser.newContext({
          baseURL: originOf(),
          javaScriptEnabled: false,
          viewport: { width: 1280, height: 900 },
          ...options,
        })
        contexts.push(context)
        return context.newPage()
      }
    })
    .extend('visitor', ({ newVisitor }) => newVisitor())
    .extend(
      'as',
      ({ newVisitor }) =>
        async (role: Role, address: string, options?: BrowserContextOptions) => {
          const page = await newVisitor(options)
          await signIn(page, role, address)
          return page
        },
    )

export const account = (page: Page) => page.getByRole('navigation', { name: /თქვენი ანგარიში|Your account/ })

/** Signs in by the links of a page, and comes back to it. */
export async function signIn(page: Page, role: string, at = '/en'): Promise<void> {
  await page.goto(at)
  await account(page).getByRole('link').click()
  await page.getByRole('link', { name: role, exact: true }).click()
}

/** What the browser of a page sends along. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies(new URL(page.url()).origin)
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
