import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { test as base, inject } from 'vitest'

/** What a reader's browser is like; without script unless said otherwise. */
export interface Circumstances extends BrowserContextOptions {
  /** Of the window, in CSS pixels. */
  readonly width?: number
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A test with readers: one browser a file, a context of its own for each page that is opened. */
export const test = base
  .extend('executablePath', { scope: 'file' }, () => inject('chromium'))
  .extend('browser', { scope: 'file' }, async ({ executablePath }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS })
    onCleanup(() => browser.close())
    return browser
  })
  .extend('newPage', ({ browser }, { onCleanup }) => {
    const contexts: BrowserContext[] = []
    onCleanup(async () => {
      await Promise.all(contexts.map(context => context.close()))
    })
    return async ({ width = 1280, ...options }: Circumstances = {}): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: inject('origin'),
        javaScriptEnabled: false,
        viewport: { width, height: 900 },
        ...options,
      })
      contexts.push(context)
      return context.newPage()
    }
  })
  .extend('open', ({ newPage }) => async (address: string, circumstances?: Circumstances) => {
    const page = await newPage(circumstances)
    await page.goto(address)
    return page
  })

/** Opens everything that can be folded, so that what is in it counts too. */
export const unfold = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll(all => {
    for (const each of all) each.setAttribute('open', '')
  })
