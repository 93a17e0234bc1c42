import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSigningKey } from '#cli/issuer/provider.ts'
import type { Tamper } from './real-issuer.ts'
import { endOf, openStory, type Story } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await openStory()
})
afterEach(async () => {
  vi.useRealTimers()
  await story.real.close()
})

const seconds = () => Math.floor(Date.now() / 1000)

/** The same token, signed again, with some claims otherwise. */
const otherwise =
  (change: (now: number) => object): Tamper =>
  (claims, sign) =>
    sign(JSON.parse(JSON.stringify({ ...claims, ...change(seconds()) })))

describe('an ID token', () => {
  test.for<[string, Tamper]>([
    ['of another nonce', otherwise(() => ({ nonce: 'another' }))],
    ['without a nonce', otherwise(() => ({ nonce: undefined }))],
    ['for another audience', otherwise(() => ({ aud: 'another' }))],
    ['for several audiences and by no party', otherwise(() => ({ aud: ['mza', 'another'] }))],
    ['of another issuer', otherwise(() => ({ iss: 'https://id.example' }))],
    ['without a subject', otherwise(() => ({ sub: undefined }))],
    ['that ended two minutes ago', otherwise(now => ({ exp: now - 120 }))],
    ['that never ends', otherwise(() => ({ exp: undefined }))],
    ['that begins in two minutes', otherwise(now => ({ nbf: now + 120 }))],
    ['that was made in two minutes', otherwise(now => ({ iat: now + 120 }))],
    ['signed by somebody else', async (claims, sign) => sign(claims, await createSigningKey())],
    [
      'signed by somebody else in the issuer’s name',
      async (claims, sign) =>
        sign(claims, { ...(await createSigningKey()), kid: String(story.real.state.key.kid) }),
    ],
    [
      'whose claims were changed after it was signed',
      async (claims, sign) => {
        const [header, , signature] = (await sign(claims)).split('.')
        const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['GOVERNANCE_ADMIN'] }))
        return [header, changed.toString('base64url'), signature].join('.')
      },
    ],
    [
      'that is not signed',
      async claims =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`,
    ],
    ['that is none', async () => 'not a token'],
  ])('%s is refused', async ([, tamper]) => {
    story.real.state.tamper = tamper
    expect(endOf(await story.signInAs('sre_lead'))).toBe('refused')
    expect(await story.reader()).toBeNull()
  })

  test.for<[string, (now: number) => object]>([
    ['ended half a minute ago', now => ({ exp: now - 30 })],
    ['begins in half a minute', now => ({ nbf: now + 30 })],
    ['was made in half a minute', now => ({ iat: now + 30 })],
  ])('of an issuer whose clock is a little off, that %s, is taken', async ([, change]) => {
    story.real.state.tamper = otherwise(change)
    expect(endOf(await story.signInAs('sre_lead'))).toBe('/ka/docs')
  })

  test('without roles leaves it to the issuer’s UserInfo to name them', async () => {
    story.real.state.tamper = otherwise(() => ({ roles: undefined }))
    expect(endOf(await story.signInAs('sre_lead'))).toBe('/ka/docs')
    expect(await story.reader()).toMatchObject({ roles: ['SRE_LEAD'] })
  })

  test('without roles, of somebody else than UserInfo tells of, is refused', async () => {
    story.real.state.tamper = otherwise(() => ({ roles: undefined, sub: 'somebody else' }))
    expect(endOf(await story.signInAs('sre_lead'))).toBe('refused')
  })

  test('with several roles gives the highest scope, and a name on one line', async () => {
    const roles = ['SRE_LEAD', 'SHAMAN', 'COMPLIANCE_OFFICER']
    story.real.state.tamper = otherwise(() => ({ roles, name: ' ქეთი\u202e\n\tქ. ' }))
    await story.signInAs('sre_lead')
    expect(await story.reader()).toMatchObject({
      scope: 'reviewer',
      roles: ['SRE_LEAD', 'COMPLIANCE_OFFICER'],
      name: 'ქეთი ქ.',
    })
  })
})

describe('the issuer’s keys', () => {
  test('may change: a minute later its new one is known', async () => {
    await story.signInAs('reviewer')
    await story.real.changeKey()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(endOf(await story.signInAs('sre_lead'))).toBe('/ka/docs')
    expect(await story.reader()).toMatchObject({ scope: 'owner' })
  })

  test('do not bear on who has signed in already', async () => {
    await story.signInAs('reviewer')
    await story.real.changeKey()
    expect(await story.reader()).toMatchObject({ scope: 'reviewer' })
  })

  test('of before are not taken any more after five minutes', async () => {
    const { key } = story.real.state
    await story.signInAs('reviewer')
    await story.real.changeKey()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
    story.real.state.tamper = (claims, sign) => sign(claims, key)
    expect(endOf(await story.signInAs('sre_lead'))).toBe('refused')
  })
})

describe('the claim of roles', () => {
  test('may have another name; without one nobody gets a role, and the log says where to look', async () => {
    const other = await openStory({ rolesClaim: 'realm_access.roles' })
    other.real.state.tamper = otherwise(() => ({ realm_access: { roles: ['REVIEWER'] } }))
    await other.signInAs('sre_lead')
    expect(await other.reader()).toMatchObject({ roles: ['REVIEWER'] })
    other.real.state.tamper = null
    expect(endOf(await other.signInAs('sre_lead'))).toBe('/ka/sign-in/no-role')
    expect(other.said.join()).toContain('OIDC_ROLES_CLAIM')
    await other.real.close()
  })
})
