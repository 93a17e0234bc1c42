import { hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { EncryptJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createSeal } from '#features/access/seal.ts'

const KEY = 'a key of at least thirty-two characters'
const OLDER = 'an older key, of at least thirty-two characters'
const START = Date.parse('2026-03-06T09:00:00Z')

function sealAt(state: { now: number }, keys = [KEY], purpose = 'session') {
  return createSeal({ keys, purpose, now: () => state.now })
}
const now = { now: START }
const CONTENT = { roles: ['SRE_LEAD'], name: 'ქეთევანი' }

describe('a sealed text', () => {
  test('is opened by whoever closed it, and holds what was put into it', async () => {
    const seal = sealAt(now)
    expect(await seal.open(await seal.close(CONTENT, 60))).toMatchObject(CONTENT)
  })

  test('says nothing of what it holds', async () => {
    const sealed = await sealAt(now).close(CONTENT, 60)
    const parts = sealed.split('.').map(part => Buffer.from(part, 'base64url').toString('utf8'))
    expect(parts.join()).not.toMatch(/SRE_LEAD|ქეთევანი|roles/)
  })

  test('is never the same twice', async () => {
    const seal = sealAt(now)
    expect(await seal.close(CONTENT, 60)).not.toBe(await seal.close(CONTENT, 60))
  })

  test('is opened until its time is over, and not at the end of it', async () => {
    const clock = { now: START }
    const seal = sealAt(clock)
    const sealed = await seal.close(CONTENT, 60)
    clock.now = START + 59_000
    expect(await seal.open(sealed)).toMatchObject(CONTENT)
    clock.now = START + 60_000
    expect(await seal.open(sealed)).toBeNull()
  })

  test('is opened after a new key has come before its own, and not after its own is gone', async () => {
    const sealed = await sealAt(now, [OLDER]).close(CONTENT, 60)
    expect(await sealAt(now, [KEY, OLDER]).open(sealed)).toMatchObject(CONTENT)
    expect(await sealAt(now, [KEY]).open(sealed)).toBeNull()
  })

  test('is closed with the newest key', async () => {
    const sealed = await sealAt(now, [KEY, OLDER]).close(CONTENT, 60)
    expect(await sealAt(now, [KEY]).open(sealed)).toMatchObject(CONTENT)
  })

  test('is opened for its own purpose alone', async () => {
    const sealed = await sealAt(now).close(CONTENT, 60)
    expect(await sealAt(now, [KEY], 'login').open(sealed)).toBeNull()
  })

  test.for(['', '.', '....', 'a', 'null', 'eyJhbGciOiJub25lIn0..', '\0', 'a'.repeat(100_000)])(
    'is not %j',
    async text => {
      expect(await sealAt(now).open(text)).toBeNull()
    },
  )
})

describe('a text that was encrypted with the seal’s own key', () => {
  /** As decision 0030 has it: HKDF, for one purpose. */
  const bytes = (info: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', KEY, 'mza', `session ${info}`, length))
  const OURS = { alg: 'dir', enc: 'A256GCM', kid: Buffer.from(bytes('id', 6)).toString('base64url') }
  const encrypted = (header: typeof OURS, { seconds = 60, ...more }: { seconds?: number } & object = {}) => {
    const token = new EncryptJWT({ ...CONTENT }).setProtectedHeader({ ...header, ...more })
    if (seconds > 0) token.setExpirationTime(START / 1000 + seconds)
    return token.encrypt(bytes('secret', 32))
  }

  test('is opened where it is written as the seal writes it', async () => {
    expect(await sealAt(now).open(await encrypted(OURS))).toMatchObject(CONTENT)
  })

  test('is not where it never ends', async () => {
    expect(await sealAt(now).open(await encrypted(OURS, { seconds: 0 }))).toBeNull()
  })

  // Both algorithms take a key of this length.
  test.for<[string, object]>([
    ['another algorithm', { enc: 'A128CBC-HS256' }],
    ['another name of the key', { kid: 'another' }],
    ['no name of the key', { kid: undefined }],
    ['what the seal never says', { typ: 'JWT' }],
  ])('is not where its header has %s', async ([, more]) => {
    const text = await encrypted(OURS, more)
    expect(text.split('.')).toHaveLength(5)
    expect(await sealAt(now).open(text)).toBeNull()
  })
})

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %;"'

/** One of the ways in which a text can be made another. */
const mutation = fc.oneof(
  fc.record({ at: fc.nat(), letter: fc.constantFrom(...LETTERS) }).map(
    ({ at, letter }) =>
      (text: string) =>
        text.slice(0, at % text.length) + letter + text.slice((at % text.length) + 1),
  ),
  fc.record({ at: fc.nat(), added: fc.constantFrom(...LETTERS) }).map(
    ({ at, added }) =>
      (text: string) =>
        text.slice(0, at % text.length) + added + text.slice(at % text.length),
  ),
  fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }).map(
    ({ at, length }) =>
      (text: string) =>
        text.slice(0, at % text.length) + text.slice((at % text.length) + length),
  ),
  // The last letters of each part, where a decoder may overlook bits.
  fc.record({ part: fc.nat({ max: 4 }), letter: fc.constantFrom(...LETTERS) }).map(
    ({ part, letter }) =>
      (text: string) =>
        text
          .split('.')
          .map((found, at) => (at === part && found !== '' ? found.slice(0, -1) + letter : found))
          .join('.'),
  ),
  fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })).map(([a, b]) => (text: string) => {
    const parts = text.split('.')
    ;[parts[a], parts[b]] = [parts[b] ?? '', parts[a] ?? '']
    return parts.join('.')
  }),
)

test('none of 10,000 texts that differ from a sealed one is opened', { timeout: 120_000 }, async () => {
  const seal = sealAt(now)
  const sealed = await seal.close(CONTENT, 60)
  let tried = 0
  const differing = fc
    .array(mutation, { minLength: 1, maxLength: 3 })
    .map(mutations => mutations.reduce((text, mutate) => mutate(text), sealed))
    .filter(text => text !== sealed)
  await fc.assert(
    fc.asyncProperty(differing, async text => {
      tried += 1
      expect(await seal.open(text)).toBeNull()
    }),
    { numRuns: 10_000 },
  )
  expect(tried).toBeGreaterThanOrEqual(10_000)
})
