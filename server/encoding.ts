import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { parseWishes } from '#server/wishes.ts'

/** In the order in which they are preferred where a reader likes them equally. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** One body in one encoding, with its strong validator (RFC 9110, 8.8.1). */
interface Variant {
  readonly encoding: Encoding
  readonly body: Buffer
  readonly etag: string
}

export type Variants = Readonly<Record<Encoding, Variant>>

/** Text below this many bytes is not worth compressing, what is no text is compressed already. */
const WORTHWHILE = 256
const TEXT = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml))/

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** A body that is sent as it is, whichever encoding a reader likes. */
export function asItIs(body: Buffer): Variants {
  const identity = variantOf(body, hashOf(body), 'identity')
  return { br: identity, gzip: identity, identity }
}

/** A body in every encoding; the same bytes for all where compressing them is not worth it. */
export async function encode(body: Buffer, type: string): Promise<Variants> {
  const plain = asItIs(body)
  if (body.length < WORTHWHILE || !TEXT.test(type)) return plain
  const hash = hashOf(body)
  const [br, zipped] = await Promise.all([
    brotli(body, {
      params: {
        // Beyond, each step costs more time than it saves on the way; below, pages grow by a tenth.
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    deflate(body),
  ])
  return { ...plain, br: variantOf(br, hash, 'br'), gzip: variantOf(zipped, hash, 'gzip') }
}

const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22)

function variantOf(bytes: Buffer, hash: string, encoding: Encoding): Variant {
  // Bytes of their own: a part of a pooled buffer would keep the whole of it in memory for as long as it is kept.
  const body = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(body)
  return { encoding, body, etag: encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"` }
}

/** The encoding that a reader likes best by `Accept-Encoding` (RFC 9110, 12.5.3); identity where it says nothing. */
export function preferredEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity'
  const known = preferred.get(acceptEncoding)
  if (known) return known
  const encoding = preferenceIn(acceptEncoding)
  preferred.set(acceptEncoding, encoding)
  return encoding
}

/** Readers' programs say one of a few things. */
const preferred = new LRUCache<string, Encoding>({ max: 100 })

function preferenceIn(acceptEncoding: string): Encoding {
  const wishes = parseWishes(acceptEncoding)
  const weightOf = (value: string) => wishes.find(wish => wish.value === value)?.weight
  let best: Encoding = 'identity'
  let bestWeight = 0
  for (const encoding of ENCODINGS) {
    const weight = weightOf(encoding) ?? (encoding === 'identity' ? 0 : (weightOf('*') ?? 0))
    if (weight > bestWeight) [best, bestWeight] = [encoding, weight]
  }
  return best
}
