import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { test as base, inject } from 'vitest'

/** What a reader's browser is like; without script unless said otherwise. */
interface Circumstances extends BrowserContextOptions {
  /** Of the window, in CSS pixels. */
  readonly width?: number
}

/** Milliseconds. */
const LONGEST_CLOSE = 15_000

/** The runner gives a clean-up no limit, and a browser may never say that something has closed; it ends with us. */
const inTime = async (closing: Promise<unknown>): Promise<void> => {
  await Promise.race([closing, wait(LONGEST_CLOSE, undefined, { ref: false })])
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A process for every page is most of what a test costs.
  '--renderer-process-limit=2',
]

/**
 * A test with readers: one browser a file, a page of its own for each. Readers in the same circumstances share a
 * context, which costs nothing here: the portal keeps nothing in a browser.
 */
export const test = base
  .extend('executablePath', { scope: 'file' }, () => inject('chromium'))
  .extend('browser', { scope: 'file' }, async ({ executablePath }, { onCleanup }) => {
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS })
    onCleanup(() => inTime(browser.close()))
    return browser
  })
  .extend('contextFor', { scope: 'file' }, ({ browser }) => {
    const contexts = new Map<string, Promise<BrowserContext>>()
    return (options: BrowserContextOptions): Promise<BrowserContext> => {
      const key = JSON.stringify(options)
      const context =
        contexts.get(key) ??
        browser.newContext({ baseURL: inject('origin'), javaScriptEnabled: false, ...options })
      contexts.set(key, context)
      return context
    }
  })
  .extend('newPage', ({ contextFor }, { onCleanup }) => {
    const pages: Page[] = []
    onCleanup(async () => {
      await inTime(Promise.all(pages.map(page => page.close())))
    })
    return async ({ width = 1280, ...options }: Circumstances = {}): Promise<Page> => {
      const page = await (await contextFor(options)).newPage()
      pages.push(page)
      await page.setViewportSize({ width, height: 900 })
      return page
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
