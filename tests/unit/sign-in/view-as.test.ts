import { describe, expect, test, vi } from 'vitest'
import { createSeal } from '#features/access/seal.ts'
import { cookieIn, SESSION_COOKIE } from '#server/cookies.ts'
import { createSignIn } from '#server/sign-in.ts'

const EXIT = 'the-way-out-of-this-session'
const OWN_LINK = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'document', 'accept-language': 'en' }
/** By the clock that a test may have put forward. */
const now = () => Date.now()
const sessions = createSeal({ keys: ['k'.repeat(32)], purpose: 'session', now })
const signIn = createSignIn({
  issuer: { depart: async () => 'unreachable', arrive: async () => 'used' },
  sessions,
  logins: createSeal({ keys: ['k'.repeat(32)], purpose: 'login' }),
  origin: 'https://mza.example',
  note: () => {},
})

const cookieOf = async (roles: readonly string[], more: object = {}, seconds = 600): Promise<string> =>
  `${SESSION_COOKIE}=${await sessions.close({ roles, name: 'Ana', exit: EXIT, ...more }, seconds)}`
const readerWith = (cookie: string) => signIn.readerOf({ headers: { cookie } })

/** Follows a link; the cookie that a browser then has. */
async function follow(cookie: string, target: string, headers: Record<string, string> = OWN_LINK) {
  const step = await signIn.take(target, { headers: { ...headers, cookie } })
  return { step, cookie: step?.cookies[0]?.split(';')[0] ?? cookie }
}

describe('an administrator', () => {
  test.for(['guest', 'owner', 'reviewer'] as const)(
    'looks through the eyes of the scope %s, and comes back',
    async scope => {
      const { step, cookie } = await follow(
        await cookieOf(['GOVERNANCE_ADMIN']),
        `/view-as/${scope}?exit=${EXIT}&back=/ka/docs`,
      )
      expect(step).toMatchObject({ to: '/ka/docs' })
      expect(await readerWith(cookie)).toMatchObject({ scope, viewAs: scope, roles: ['GOVERNANCE_ADMIN'] })
      const back = await follow(cookie, `/view-as/admin?exit=${EXIT}`)
      expect(back.step).toMatchObject({ to: '/en' })
      expect(await readerWith(back.cookie)).toEqual({
        scope: 'admin',
        roles: ['GOVERNANCE_ADMIN'],
        name: 'Ana',
        exit: EXIT,
      })
    },
  )

  test('goes from the eyes of one scope to those of another', async () => {
    const { cookie } = await follow(
      await cookieOf(['DOCUMENT_CUSTODIAN'], { viewAs: 'guest' }),
      `/view-as/reviewer?exit=${EXIT}`,
    )
    expect(await readerWith(cookie)).toMatchObject({ scope: 'reviewer' })
  })

  test('is not signed in for any longer by it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const first = await cookieOf(['GOVERNANCE_ADMIN'], {}, 600)
    vi.setSystemTime(Date.now() + 400_000)
    const { step, cookie } = await follow(first, `/view-as/guest?exit=${EXIT}`)
    const seconds = Number(/Max-Age=(\d+)/.exec(step?.cookies[0] ?? '')?.[1])
    expect(seconds).toBeGreaterThan(190)
    expect(seconds).toBeLessThanOrEqual(200)
    vi.setSystemTime(Date.now() + 201_000)
    expect(await sessions.open(cookieIn(cookie, SESSION_COOKIE) ?? '')).toBeNull()
    vi.useRealTimers()
  })

  test.for([
    ['a link of another site', { ...OWN_LINK, 'sec-fetch-site': 'cross-site' }, EXIT],
    ['another host of the same site', { ...OWN_LINK, 'sec-fetch-site': 'same-site' }, EXIT],
    ['an address typed in', { ...OWN_LINK, 'sec-fetch-site': 'none' }, EXIT],
    ['a picture', { ...OWN_LINK, 'sec-fetch-dest': 'image' }, EXIT],
    ['a link without the token of the session', OWN_LINK, ''],
    ['a link with the token of another', OWN_LINK, `${EXIT}x`],
  ] as const)('is not made to look through others’ eyes, or its own, by %s', async ([, headers, exit]) => {
    for (const [viewAs, target] of [
      [{}, 'guest'],
      [{ viewAs: 'guest' }, 'admin'],
    ] as const) {
      const before = await cookieOf(['GOVERNANCE_ADMIN'], viewAs)
      const { step } = await follow(before, `/view-as/${target}?exit=${exit}&back=/en/docs`, headers)
      expect(step).toEqual({ to: '/en/sign-in', cookies: [] })
    }
  })

  test.for(['root', 'Guest', 'guest/', '', 'guest/admin', '%67uest', '__proto__', 'constructor'])(
    'finds nothing for the scope %j',
    async scope => {
      const { step } = await follow(await cookieOf(['GOVERNANCE_ADMIN']), `/view-as/${scope}?exit=${EXIT}`)
      expect(step).toBeNull()
    },
  )
})

describe('somebody else', () => {
  test.for([[['SRE_LEAD']], [['REVIEWER']], [['COMPLIANCE_OFFICER', 'SRE_LEAD']], [['SHAMAN']]] as const)(
    'finds no such address: %s',
    async ([roles]) => {
      for (const scope of ['guest', 'owner', 'reviewer', 'admin'])
        expect((await follow(await cookieOf(roles), `/view-as/${scope}?exit=${EXIT}`)).step).toBeNull()
    },
  )

  test('finds none either who has not signed in, or no longer is', async () => {
    expect((await follow('', `/view-as/guest?exit=${EXIT}`)).step).toBeNull()
    const over = await cookieOf(['GOVERNANCE_ADMIN'], {}, -1)
    expect((await follow(over, `/view-as/guest?exit=${EXIT}`)).step).toBeNull()
  })
})
