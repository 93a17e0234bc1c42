import type { Browser } from 'playwright'
import { onColdPage } from '#tests/bench/browser.ts'
import { exchange, headerOf } from '#tests/bench/exchange.ts'

/** Bytes of a page that nothing is cached of, by what they are for. */
export interface ColdPage {
  readonly all: number
  /** Bytes over the network with headers, by the browser's name for the kind of thing: document, stylesheet, font… */
  readonly byKind: ReadonlyMap<string, number>
  /** Bytes of script, in files and in the page. */
  readonly script: number
}

export const weighColdPage = (browser: Browser, address: string): Promise<ColdPage> =>
  onColdPage(browser, async (page, session) => {
    const kinds = new Map<string, string>()
    const byKind = new Map<string, number>()
    const add = (kind: string, bytes: number) => byKind.set(kind, (byKind.get(kind) ?? 0) + bytes)
    session.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (!response.url.startsWith('data:')) kinds.set(requestId, type.toLowerCase())
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId)
      // An icon is asked for late or, by a browser without a window, never: it is weighed apart.
      if (kind !== undefined && kind !== 'other') add(kind, encodedDataLength)
    })
    await session.send('Network.enable')
    await page.goto(address, { waitUntil: 'networkidle' })
    const { icon, inline } = await page.evaluate(() => ({
      icon: document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href,
      inline: [...document.scripts].reduce((sum, { text }) => sum + text.length, 0),
    }))
    if (icon) add('icon', await weigh(icon))
    const all = [...byKind.values()].reduce((sum, bytes) => sum + bytes, 0)
    return { all, byKind, script: inline + (byKind.get('script') ?? 0) }
  })

/** Bytes of an answer with its headers. */
async function weigh(address: string): Promise<number> {
  const answer = await exchange(address, { 'Accept-Encoding': 'br' })
  if (answer.status !== 200)
    throw new Error(`${address} answered ${answer.status} ${headerOf(answer, 'location')}`)
  return answer.headers.reduce((sum, part) => sum + part.length + 2, answer.body.length)
}
