import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { loginOf } from '#features/access/login-model.ts'
import { createSeal } from '#features/access/seal.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import { signInHref } from '#features/portal/account-link-rules.ts'
import { cookieIn, LOGIN_COOKIE } from '#server/cookies.ts'
import { createSignIn } from '#server/sign-in.ts'
import { signInAddress } from '#server/sign-in-address.ts'

const ORIGIN = 'https://mza.example'
const seal = createSeal({ keys: ['k'.repeat(32)], purpose: 'login' })
const signIn = createSignIn({
  issuer: {
    depart: async () => ({
      address: 'https://id.example/auth',
      login: { state: 's', nonce: 'n', verifier: 'v' },
    }),
    arrive: async () => ({ name: null, roles: { known: ['REVIEWER'], unknown: 0 } }),
  },
  sessions: seal,
  logins: seal,
  origin: ORIGIN,
  note: () => {},
})

/** Where somebody ends who signs in by a link with this address to come back to. */
async function endOf(back: string): Promise<string> {
  const left = await signIn.take(`/auth/sign-in?back=${encodeURIComponent(back)}`, { headers: {} })
  const cookie = left?.cookies[0]?.split(';')[0]
  expect(loginOf(await seal.open(cookieIn(cookie, LOGIN_COOKIE) ?? ''))).not.toBeNull()
  const arrived = await signIn.take('/auth/callback?code=c&state=s', { headers: { cookie } })
  return arrived && 'to' in arrived ? arrived.to : 'nowhere'
}

/** What the page of an address hands on to whoever signs in there. */
const handedOn = (path: string, query: string): Promise<string> => {
  const href = signInHref({ locale: 'ka', path, query, asOf: { day: '2026-03-06' as Day, isToday: true } })
  return endOf(new URL(href, ORIGIN).searchParams.get('back') ?? '')
}

describe('the page to come back to', () => {
  test('is without what was asked for where no cookie could hold that', async () => {
    expect(await handedOn('/search', `?q=${'a'.repeat(2000)}`)).toBe(`/ka/search?q=${'a'.repeat(2000)}`)
    expect(await handedOn('/search', `?q=${encodeURIComponent('ა'.repeat(300))}`)).toBe('/ka/search')
  })

  test.for([
    ['/en', '/en'],
    ['/ka/docs', '/ka/docs'],
    ['/en/changes?from=2026-03-06', '/en/changes?from=2026-03-06'],
    ['/ka/docs/80_chain/a?asOf=2026-03-06', '/ka/docs/80_chain/a?asOf=2026-03-06'],
  ] as const)('is the one that the link was on: %s', async ([back, end]) => {
    expect(await endOf(back)).toBe(end)
  })

  test.for([
    '',
    'https://evil.example/ka',
    '//evil.example/ka',
    '/\\evil.example',
    '/\t/evil.example',
    '/%2Fevil.example',
    '/ka/..//evil.example',
    'javascript:alert(1)',
    '/auth/sign-out',
    '/api/v1/documents',
    '/favicon.svg',
    '/fr/docs',
    `/ka/${'a'.repeat(4000)}`,
    `/ka/search?q=${'a'.repeat(2040)}`,
    `/ka/search?q=${'ა'.repeat(300)}`,
  ])('is the first page where it is %j', async back => {
    expect(await endOf(back)).toBe('/ka')
  })

  test('is of the portal, whatever a link says', async () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      'ka',
      'en',
      '..',
      '.',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      '\n',
      'evil.example',
      'https:',
      '%09',
    )
    const given = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.array(parts).map(found => found.join('')),
    )
    await fc.assert(
      fc.asyncProperty(given, async back => {
        const end = new URL(await endOf(back.toWellFormed()), ORIGIN)
        expect(end.origin).toBe(ORIGIN)
        expect(end.pathname).toMatch(/^\/(?:ka|en)(?:\/|$)/)
      }),
    )
  })
})

test('the issuer is asked for sixteen people at a time; who comes beyond keeps what they came with', async () => {
  const waiting: (() => void)[] = []
  const busy = createSignIn({
    issuer: {
      depart: async () => 'unreachable',
      arrive: () => new Promise(resolve => waiting.push(() => resolve('used'))),
    },
    sessions: seal,
    logins: seal,
    origin: ORIGIN,
    note: () => {},
  })
  const login = await seal.close({ state: 's', nonce: 'n', verifier: 'v', back: '/en' }, 60)
  const arrive = () =>
    busy.take('/auth/callback?code=c&state=s', { headers: { cookie: `${LOGIN_COOKIE}=${login}` } })
  const first = Array.from({ length: 16 }, arrive)
  await vi.waitFor(() => expect(waiting).toHaveLength(16))
  expect(await arrive()).toEqual({ problem: 'unreachable', locale: 'en', cookies: [] })
  for (const end of waiting) end()
  await Promise.all(first)
  const again = arrive()
  await vi.waitFor(() => expect(waiting).toHaveLength(17))
  waiting.at(-1)?.()
  expect(await again).toMatchObject({ problem: 'used' })
})

describe('the addresses of signing in', () => {
  test.for([
    '/auth',
    '/auth/',
    '/auth/nothing',
    '/auth/sign-in/x',
    '/auth//sign-in',
    '//auth/sign-in',
    '/ka/auth/sign-in',
    `/auth/sign-in?${'a'.repeat(9000)}`,
  ])('are not %s', target => {
    expect(signInAddress(target, ORIGIN)).toBeNull()
  })

  test('pass on what an issuer sends, and nothing else', () => {
    const step = signInAddress('/auth/callback?code=c&state=s&iss=i&x=y&session_state=z', ORIGIN)
    expect(step).toMatchObject({ step: 'callback' })
    if (step?.step === 'callback')
      expect(step.address.href).toBe(`${ORIGIN}/auth/callback?code=c&state=s&iss=i`)
  })
})
