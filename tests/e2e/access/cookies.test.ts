import * as fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { sessionSeal } from '#features/access/session-seal.ts'
import { SESSION_COOKIE } from '#server/cookies.ts'
import { ROLE_OF } from '#tests/access/model.ts'
import { cookieOf, SIGN_IN } from '#tests/setup/session.ts'
import { ask } from '../http.ts'

const ADDRESS = '/api/v1/checklists'
const origin = inject('reported')
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~'

const told = async (cookie: string) => {
  const { status, headers, body } = await ask(ADDRESS, { origin, headers: { cookie } })
  return { status, etag: headers.etag, kept: headers['cache-control'], scope: JSON.parse(body).scope, body }
}

/** A letter changed, left out, put in, two pieces exchanged, or the end cut off. */
const mutation = fc.oneof(
  fc.tuple(fc.nat(), fc.constantFrom(...LETTERS)).map(([at, letter]) => (text: string) => {
    const place = at % text.length
    return text.slice(0, place) + letter + text.slice(place + 1)
  }),
  fc.nat().map(at => (text: string) => {
    const place = at % text.length
    return text.slice(0, place) + text.slice(place + 1)
  }),
  fc.tuple(fc.nat(), fc.constantFrom(...LETTERS)).map(([at, letter]) => (text: string) => {
    const place = at % text.length
    return text.slice(0, place) + letter + text.slice(place)
  }),
  fc.nat().map(at => (text: string) => {
    const place = at % text.length
    return text.slice(place) + text.slice(0, place)
  }),
  fc.nat().map(at => (text: string) => text.slice(0, at % text.length)),
)

test('a session that was changed in any way gives what a guest is given, to the byte', async () => {
  const guest = await told('')
  expect(guest.scope).toBe('guest')
  for (const [scope, role] of Object.entries(ROLE_OF)) {
    const cookie = await cookieOf(origin, role)
    expect(await told(cookie)).toMatchObject({ scope, etag: undefined, kept: 'private, no-store' })
    const at = cookie.indexOf('=') + 1
    const [name, session] = [cookie.slice(0, at), cookie.slice(at)]
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async mutations => {
        const changed = mutations.reduce((text, mutate) => (text === '' ? text : mutate(text)), session)
        fc.pre(changed !== session)
        expect(await told(name + changed)).toEqual(guest)
      }),
      { numRuns: 150 },
    )
  }
})

const OTHER_KEY = 'another-key-of-at-least-thirty-two-characters'

test.for<[string, object, string, number]>([
  ['of another host', {}, origin.replace('127.0.0.1', 'localhost'), 3600],
  ['of another scheme', {}, origin.replace('http:', 'https:'), 3600],
  ['that another issuer vouched for', { issuer: 'https://id.example' }, origin, 3600],
  ['that was sealed with another key', { sessionKeys: [OTHER_KEY] }, origin, 3600],
  ['that is over', {}, origin, -1],
])('a session %s gives nothing here', async ([, settings, at, seconds]) => {
  const content = { roles: [ROLE_OF.admin], name: 'test', exit: 'x'.repeat(22) }
  const session = await sessionSeal({ ...SIGN_IN, ...settings }, at).close(content, seconds)
  expect(await told(`${SESSION_COOKIE}=${session}`)).toEqual(await told(''))
})
