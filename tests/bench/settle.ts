import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright'

const LOOK_MS = 100
const LOOKS = 15
/** CPU seconds between two looks below which a browser counts as idle. */
const IDLE = 0.02

/** Waits until a browser has done with itself: a new window of it loads pages of its own. */
export async function settle(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const cpuSeconds = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
  }
  let before = await cpuSeconds()
  for (let look = 0; look < LOOKS; look++) {
    await wait(LOOK_MS)
    const now = await cpuSeconds()
    if (Math.abs(now - before) < IDLE) break
    before = now
  }
  await session.detach()
}
