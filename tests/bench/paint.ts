import type { Browser } from 'playwright'
import { onColdPage } from '#tests/bench/browser.ts'
import { settle } from '#tests/bench/settle.ts'

/** A slow phone on a slow line. */
const CPU_SLOWDOWN = 4
const BITS_DOWN = 1_600_000
const BITS_UP = 750_000

/**
 * Milliseconds until the largest part of a page is painted (LCP), nothing being in the cache.
 * @param roundTrip milliseconds that every request waits for its answer to begin
 */
export const measurePaint = (browser: Browser, address: string, roundTrip: number): Promise<number> =>
  onColdPage(browser, async (page, session) => {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: roundTrip,
      downloadThroughput: BITS_DOWN / 8,
      uploadThroughput: BITS_UP / 8,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
    await settle(browser)
    await page.goto(address, { waitUntil: 'load' })
    return page.evaluate(largestPaint)
  })

/** Runs in the page, where Playwright may and the page's own policy lets nothing else. */
async function largestPaint(): Promise<number> {
  await document.fonts.ready
  // What came last is painted two frames later.
  for (let frame = 0; frame < 2; frame++) await new Promise(resolve => requestAnimationFrame(resolve))
  return new Promise(resolve => {
    new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
}
