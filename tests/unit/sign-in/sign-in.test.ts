import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ACCOUNTS } from '#cli/issuer/accounts.ts'
import { createSeal } from '#features/access/seal.ts'
import { LOGIN_COOKIE, SESSION_COOKIE } from '#server/cookies.ts'
import { openBrowser } from './browser.ts'
import { endOf, openStory, type Story } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await openStory()
})
afterEach(async () => {
  vi.useRealTimers()
  await story.real.close()
})

/** Lets time pass without waiting for it. */
function pass(seconds: number): void {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: now + seconds * 1000 })
}

describe('signing in', () => {
  test.for(ACCOUNTS.filter(({ scope }) => scope !== 'guest'))(
    'as $role gives the scope $scope, and leads back to where it began',
    async ({ id, role, scope }) => {
      expect(endOf(await story.signInAs(id))).toBe('/ka/docs')
      expect(await story.reader()).toMatchObject({ scope, roles: [role], name: `demo ${role}` })
    },
  )

  test('keeps what is needed on the way in a sealed cookie, and drops it at the end', async () => {
    const callback = await story.fetchCode('reviewer')
    expect(story.browser.cookies.get(LOGIN_COOKIE)).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)
    await story.ask(callback)
    expect([...story.browser.cookies.keys()]).toContain(SESSION_COOKIE)
    expect([...story.browser.cookies.keys()]).not.toContain(LOGIN_COOKIE)
  })

  test('asks the issuer for a code by PKCE, with a state and a nonce of its own each time', async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => new URL(endOf(await story.ask('/auth/sign-in?back=/en')))),
    )
    const [first, second] = asked.map(({ searchParams }) => searchParams)
    expect(first?.get('response_type')).toBe('code')
    expect(first?.get('code_challenge_method')).toBe('S256')
    expect(first?.get('ui_locales')).toBe('en')
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first?.get(name)?.length).toBeGreaterThanOrEqual(40)
      expect(first?.get(name)).not.toBe(second?.get(name))
    }
  })

  test('lasts twelve hours, and not longer', async () => {
    await story.signInAs('reviewer')
    pass(12 * 3600 - 60)
    expect(await story.reader()).not.toBeNull()
    pass(120)
    expect(await story.reader()).toBeNull()
  })

  test('with a role that the portal does not know leaves a guest, who is told so', async () => {
    expect(endOf(await story.signInAs('visitor'))).toBe('/ka/sign-in/no-role')
    expect(await story.reader()).toBeNull()
  })

  test('with such a role ends the session of whoever was signed in before', async () => {
    await story.signInAs('reviewer')
    expect(endOf(await story.signInAs('visitor'))).toBe('/ka/sign-in/no-role')
    expect(story.hasSession()).toBe(false)
  })

  test('is over for whoever says no at the issuer', async () => {
    expect(endOf(await story.signInAs('cancel'))).toBe('denied')
    expect(story.said).toEqual([])
    expect(story.hasSession()).toBe(false)
  })
})

describe('what comes back to the portal', () => {
  const withParameter = (callback: string, name: string, value: string) => {
    const address = new URL(callback, 'http://portal')
    address.searchParams.set(name, value)
    return address.pathname + address.search
  }
  const tokensAsked = () => story.real.state.asked.filter(path => path === '/token').length

  test('with another state is of no use, and the issuer is not even asked', async () => {
    const callback = withParameter(await story.fetchCode('reviewer'), 'state', 'another')
    expect(endOf(await story.ask(callback))).toBe('expired')
    expect(tokensAsked()).toBe(0)
  })

  test('with two states is of no use', async () => {
    expect(endOf(await story.ask(`${await story.fetchCode('reviewer')}&state=another`))).toBe('refused')
    expect(tokensAsked()).toBe(0)
  })

  test('in another browser than it went out from is of no use', async () => {
    const callback = await story.fetchCode('reviewer')
    expect(endOf(await story.ask(callback, {}, openBrowser()))).toBe('expired')
    const other = openBrowser()
    await story.fetchCode('sre_lead', other)
    expect(endOf(await story.ask(callback, {}, other))).toBe('expired')
    expect(tokensAsked()).toBe(0)
  })

  test('later than ten minutes after it went out is of no use', async () => {
    const callback = await story.fetchCode('reviewer')
    pass(601)
    expect(endOf(await story.ask(callback))).toBe('expired')
    expect(tokensAsked()).toBe(0)
  })

  test('from another issuer is refused', async () => {
    const callback = withParameter(await story.fetchCode('reviewer'), 'iss', 'https://id.example')
    expect(endOf(await story.ask(callback))).toBe('refused')
    expect(tokensAsked()).toBe(0)
  })

  test('with a code that is too old is refused by the issuer, and that is said', async () => {
    const callback = await story.fetchCode('reviewer')
    pass(61)
    expect(endOf(await story.ask(callback))).toBe('used')
    expect(story.hasSession()).toBe(false)
  })

  test('with a code that has been used is refused by the issuer, and that is said', async () => {
    const callback = await story.fetchCode('reviewer')
    const login = story.browser.cookies.get(LOGIN_COOKIE) ?? ''
    await story.ask(callback)
    const thief = openBrowser()
    thief.cookies.set(LOGIN_COOKIE, login)
    expect(endOf(await story.ask(callback, {}, thief))).toBe('used')
    expect(await story.reader(thief)).toBeNull()
  })

  test('a second time in the same browser is over', async () => {
    const callback = await story.fetchCode('reviewer')
    await story.ask(callback)
    expect(endOf(await story.ask(callback))).toBe('expired')
  })

  test('with a code that somebody else has begun for is refused by the issuer', async () => {
    const callback = await story.fetchCode('reviewer')
    const state = new URL(callback, 'http://portal').searchParams.get('state')
    const login = { state, nonce: 'n'.repeat(43), verifier: 'v'.repeat(43), back: '/ka' }
    story.browser.cookies.set(LOGIN_COOKIE, await story.logins.close(login, 60))
    expect(endOf(await story.ask(callback))).toBe('used')
  })

  test('with an unknown code is refused by the issuer', async () => {
    const callback = withParameter(await story.fetchCode('reviewer'), 'code', 'made-up')
    expect(endOf(await story.ask(callback))).toBe('used')
  })

  test('with a login that another key has sealed is nobody’s', async () => {
    const callback = await story.fetchCode('reviewer')
    const forger = createSeal({ keys: ['a key of somebody else altogether'], purpose: 'login' })
    const login = { state: 'x', nonce: 'x', verifier: 'x', back: '/ka' }
    story.browser.cookies.set(LOGIN_COOKIE, await forger.close(login, 60))
    expect(endOf(await story.ask(callback))).toBe('expired')
  })

  test('after the issuer went away says that it does not answer, and works again with it', async () => {
    const callback = await story.fetchCode('reviewer')
    await story.real.close()
    expect(endOf(await story.ask(callback))).toBe('unreachable')
    expect(story.browser.cookies.has(LOGIN_COOKIE)).toBe(true)
    await story.real.open()
    expect(endOf(await story.signInAs('reviewer'))).toBe('/ka/docs')
  })
})

describe('what is said about a fault', () => {
  test('names neither a code, nor a token, nor a person', async () => {
    const callback = await story.fetchCode('reviewer')
    const login = story.browser.cookies.get(LOGIN_COOKIE) ?? ''
    await story.ask(callback)
    story.browser.cookies.set(LOGIN_COOKIE, login)
    await story.ask(callback)
    expect(story.said).toEqual(['The issuer refused: invalid_grant (400).'])
  })
})
