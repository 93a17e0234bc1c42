import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LOGIN_COOKIE, SESSION_COOKIE } from '#server/cookies.ts'
import { openBrowser } from './browser.ts'
import { endOf, openStory, type Story } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await openStory()
  await story.signInAs('reviewer')
})
afterEach(() => story.real.close())

const exit = async () => (await story.reader())?.exit ?? ''
const OWN_LINK = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'document' }

describe('signing out', () => {
  test('by the link that a page of the portal has ends the session and clears what the browser kept', async () => {
    const step = await story.ask(`/auth/sign-out?exit=${await exit()}&back=/ka/docs`, OWN_LINK)
    expect(step).toMatchObject({
      to: '/ka/sign-in/signed-out',
      headers: { 'Clear-Site-Data': '"cache", "storage"' },
    })
    expect(step.cookies.map(cookie => cookie.split('=')[0])).toEqual([SESSION_COOKIE, LOGIN_COOKIE])
    expect(await story.reader()).toBeNull()
  })

  test('works in browsers that do not say where a link was', async () => {
    expect(endOf(await story.ask(`/auth/sign-out?exit=${await exit()}`))).toBe('/en/sign-in/signed-out')
  })

  test.for([
    ['a link of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'document' }],
    ['an address typed in', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
    ['a picture', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'image' }],
    ['a frame', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' }],
  ] as const)('is not done by %s, even with the right token', async ([, headers]) => {
    const step = await story.ask(`/auth/sign-out?exit=${await exit()}&back=/en`, headers)
    expect(endOf(step)).toBe('/en/sign-in')
    expect(step.cookies).toEqual([])
    expect(await story.reader()).not.toBeNull()
  })

  test('is not done by a link without the token of the session, or with that of another', async () => {
    const other = openBrowser()
    await story.signInAs('reviewer', other)
    const theirs = (await story.reader(other))?.exit ?? ''
    for (const token of ['', 'x', encodeURIComponent('ქ'.repeat(22)), theirs, `${await exit()}x`])
      expect(endOf(await story.ask(`/auth/sign-out?exit=${token}`, OWN_LINK))).toBe('/en/sign-in')
    expect(await story.reader()).not.toBeNull()
  })

  test('is nothing to whoever is not signed in', async () => {
    expect(endOf(await story.ask('/auth/sign-out', OWN_LINK, openBrowser()))).toBe('/en/sign-in/signed-out')
  })

  test.for([
    ['a picture on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
    ['a request of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'empty' }],
    ['a link of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    ['a browser that does not say', {}],
  ] as const)('clears nothing where %s sends no session along', async ([, headers]) => {
    expect(await story.ask('/auth/sign-out', headers, openBrowser())).toEqual({
      to: '/en/sign-in',
      cookies: [],
    })
  })
})
