import { type Browser, type CDPSession, chromium, devices, type Page } from 'playwright'
import { findChromium } from '#scripts/chromium.js'
import { Failure } from '#scripts/failure.js'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (executablePath === null)
    throw new Failure('there is no Chromium', 'Run npm test once, which installs one, or set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: ARGUMENTS })
}

/** A page of a phone with nothing in its cache, closed after use. */
export async function onColdPage<T>(
  browser: Browser,
  use: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(devices['Moto G4'])
  try {
    const page = await context.newPage()
    return await use(page, await context.newCDPSession(page))
  } finally {
    await context.close()
  }
}
