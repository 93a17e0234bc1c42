import type { Page } from 'playwright'
import { expect, inject } from 'vitest'
import { EVERY_PAGE, EVERY_PAST_PAGE, EVERY_PROBLEM } from './places.ts'
import { test } from './reader.ts'

const CASES = [...EVERY_PAGE, ...EVERY_PAST_PAGE, ...EVERY_PROBLEM].flatMap(place => [
  { ...place, scripts: 'disabled', javaScriptEnabled: false },
  { ...place, scripts: 'enabled', javaScriptEnabled: true },
])

/** Everything a page asks for, and everything the browser has to say about it: the policy's violations included. */
function watch(page: Page) {
  const seen = { requests: [] as string[], scripts: [] as string[], complaints: [] as string[] }
  page.on('request', request => {
    seen.requests.push(request.url())
    if (request.resourceType() === 'script') seen.scripts.push(request.url())
  })
  page.on('requestfailed', request => seen.complaints.push(`failed: ${request.url()}`))
  page.on('pageerror', error => seen.complaints.push(String(error)))
  page.on('console', message => seen.complaints.push(`${message.location().url}: ${message.text()}`))
  return seen
}

test.concurrent.for(CASES)(
  '$name in $locale is whole without script, with JavaScript $scripts',
  async ({ address, status, javaScriptEnabled }, { newPage }) => {
    const page = await newPage({ javaScriptEnabled })
    const seen = watch(page)
    const response = await page.goto(address)
    const html = (await response?.text()) ?? ''
    // Chromium remarks on the status of every page that is not a success.
    const remark = `${page.url()}: Failed to load resource: the server responded with a status of ${status} `

    expect(response?.status()).toBe(status)
    expect(html).toContain('</html>')
    expect(html).not.toMatch(/<script|<noscript|\sstyle=|javascript:|\son[a-z]+\s*=\s*["']/i)
    expect(html.match(/<style/gi)).toHaveLength(1)
    expect(seen.scripts).toEqual([])
    expect(seen.requests.filter(url => new URL(url).origin !== inject('origin'))).toEqual([])
    expect(seen.complaints.filter(complaint => status === 200 || !complaint.startsWith(remark))).toEqual([])
  },
)
