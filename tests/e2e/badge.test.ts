import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { expect, inject, test } from 'vitest'
import { ask } from './http.ts'

const GREY = '#5c5c5c'

async function badge(address: string) {
  const { body, headers } = await ask(address, { origin: inject('reported') })
  const svg = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    body,
    'image/svg+xml',
  ).documentElement
  return {
    headers,
    body,
    role: svg?.getAttribute('role'),
    lang: svg?.getAttribute('lang'),
    title: svg?.getElementsByTagName('title')[0]?.textContent,
    fill: svg?.getElementsByTagName('path')[0]?.getAttribute('fill'),
  }
}

test.for([
  { address: '/badge/readiness.svg?asOf=2026-03-20', title: 'მზადყოფნა: დასრულებულია 5/12' },
  { address: '/badge/readiness.svg?asOf=2026-03-20&locale=en', title: 'Readiness: 5 of 12 done' },
  { address: '/badge/6.svg?asOf=2026-03-20', title: 'მიმართულება 6: შეფერხებული, ვადაგადაცილებულია 10 დღით' },
  { address: '/badge/3.svg?asOf=2026-03-20&locale=en', title: 'Workstream 3: Done' },
  { address: '/badge/friday.svg?asOf=2026-03-20&locale=en', title: 'Friday reports: 9 of 9 given' },
  { address: '/badge/friday.svg?asOf=2026-03-27', title: 'პარასკევის ანგარიშები: წარდგენილია 4/8' },
])('$address says “$title”', async ({ address, title }) => {
  const found = await badge(address)
  expect(found).toMatchObject({ role: 'img', title })
  expect(found.lang).toBe(address.includes('locale=en') ? 'en' : 'ka')
  expect(found.fill).not.toBe(GREY)
})

test('a badge turns grey a week after the newest record, and says so', async () => {
  const [fresh, outdated, today] = await Promise.all(
    ['?asOf=2026-04-03', '?asOf=2026-04-04', ''].map(query => badge(`/badge/readiness.svg${query}`)),
  )
  expect(fresh?.fill).not.toBe(GREY)
  expect([outdated?.fill, today?.fill]).toEqual([GREY, GREY])
  expect(outdated?.title).toBe('მზადყოფნა: დასრულებულია 5/12 · მონაცემები მოძველებულია')
})

test('a badge may be shown by other sites, and has nothing in it that runs or is fetched', async () => {
  const { headers, body } = await badge('/badge/readiness.svg')
  expect(headers).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
  expect(body).not.toMatch(/<script|<style|style=|href|url\(|@import/)
})

test.for([
  { address: '/badge/nothing.svg', status: 404 },
  { address: '/badge/13.svg', status: 404 },
  { address: '/badge/01.svg', status: 404 },
  { address: '/badge/constructor.svg', status: 404 },
  { address: '/badge/readiness.svg?locale=fr', status: 400 },
  { address: '/badge/readiness.svg?asOf=2026-02-30', status: 400 },
])('$address is refused in plain words with $status', async ({ address, status }) => {
  const answer = await ask(address)
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8'])
})
