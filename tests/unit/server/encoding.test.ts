import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encode, preferredEncoding } from '#server/encoding.ts'

describe('the encoding of an answer', () => {
  test.each([
    ['of today’s browsers', 'gzip, deflate, br, zstd', 'br'],
    ['of an old phone', 'gzip, deflate', 'gzip'],
    ['in capitals', 'GZIP', 'gzip'],
    ['of a program that says nothing', undefined, 'identity'],
    ['that is empty', '', 'identity'],
    ['that likes gzip better', 'br;q=0.5, gzip;q=0.8', 'gzip'],
    ['that likes nothing better than plain bytes', 'gzip;q=0.5, identity', 'identity'],
    ['that refuses brotli', 'br;q=0, gzip', 'gzip'],
    ['that takes anything', '*', 'br'],
    ['that takes anything but brotli', '*, br;q=0', 'gzip'],
    ['that knows only what we have not', 'zstd, deflate', 'identity'],
    ['that is nonsense', ';;q=,,=', 'identity'],
  ])('follows a header %s', (_, header, encoding) => {
    expect(preferredEncoding(header)).toBe(encoding)
  })

  test('is never one that the reader refused', () => {
    const coding = fc.constantFrom('br', 'gzip', 'identity', '*', 'zstd')
    const quality = fc.constantFrom('0', '0.0', '0.001', '0.5', '1')
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(coding, quality), { selector: ([name]) => name }), wishes => {
        const chosen = preferredEncoding(wishes.map(([name, q]) => `${name};q=${q}`).join(', '))
        const weight = wishes.find(([name]) => name === chosen) ?? wishes.find(([name]) => name === '*')
        if (chosen !== 'identity') expect(Number(weight?.[1])).toBeGreaterThan(0)
      }),
    )
  })

  test('gives back the same bytes, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async bytes => {
        const body = Buffer.from(bytes)
        const { br, gzip, identity } = await encode(body, 'text/html; charset=utf-8')
        const plain = [
          br.encoding === 'br' ? brotliDecompressSync(br.body) : br.body,
          gzip.encoding === 'gzip' ? gunzipSync(gzip.body) : gzip.body,
          identity.body,
        ]
        for (const given of plain) expect(given.equals(body)).toBe(true)
      }),
    )
  })

  test('has a validator of its own, which only the same bytes have', async () => {
    const text = 'მზა '.repeat(200)
    const one = await encode(Buffer.from(text), 'text/html')
    const again = await encode(Buffer.from(text), 'text/html')
    const other = await encode(Buffer.from(`${text}.`), 'text/html')
    const tags = (variants: typeof one) => [variants.br.etag, variants.gzip.etag, variants.identity.etag]
    expect(new Set(tags(one)).size).toBe(3)
    expect(tags(again)).toEqual(tags(one))
    expect(new Set([...tags(one), ...tags(other)]).size).toBe(6)
  })

  test('keeps nothing in memory but its bytes', async () => {
    for (const length of [10, 3000]) {
      const { br, gzip, identity } = await encode(Buffer.from('მ'.repeat(length)), 'text/html')
      for (const { body } of [br, gzip, identity]) expect(body.buffer.byteLength).toBe(body.length)
    }
  })

  test.each(['font/woff2', 'image/png'])('is none for what is compressed already: %s', async type => {
    const { br, identity } = await encode(Buffer.alloc(4096), type)
    expect(br).toBe(identity)
  })
})
