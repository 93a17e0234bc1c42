import * as fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { ROLE_OF } from '#tests/access/model.ts'
import { cookieOf } from '#tests/setup/session.ts'
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

test('a session of another portal gives nothing here', async () => {
  const guest = await told('')
  for (const other of [origin.replace('127.0.0.1', 'localhost'), origin.replace('http:', 'https:')])
    expect(await told(await cookieOf(other, 'GOVERNANCE_ADMIN'))).toEqual(guest)
})
