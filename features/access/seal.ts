import { hkdfSync } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'

/** Puts something into a text that only this portal can make or read (RFC 7516, compact form; AES-256-GCM). */
export interface Seal {
  /** @param seconds for which it can be opened */
  close(content: Readonly<Record<string, unknown>>, seconds: number): Promise<string>
  /** What was sealed; null for anything else, whatever is wrong with it. */
  open(sealed: string): Promise<unknown>
}

export interface SealOptions {
  /** Secrets of at least 32 characters; the first closes, each opens. */
  readonly keys: readonly string[]
  /** What is sealed for what: a text of one purpose cannot be opened for another. */
  readonly purpose: string
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** A browser keeps no cookie that is longer (RFC 6265, 6.1). */
const LONGEST = 4096
const ALGORITHMS = { alg: 'dir', enc: 'A256GCM' } as const

export function createSeal({ keys, purpose, now = Date.now }: SealOptions): Seal {
  const known = new Map(keys.map(key => derive(key, purpose)).map(derived => [written(derived), derived]))
  const [first] = known.values()
  if (!first) throw new Error('A seal needs a key.')
  return {
    close(content, seconds) {
      const at = Math.floor(now() / 1000)
      return new EncryptJWT(content)
        .setProtectedHeader({ ...ALGORITHMS, kid: first.id })
        .setIssuedAt(at)
        .setExpirationTime(at + seconds)
        .encrypt(first.secret)
    },
    async open(sealed) {
      if (sealed.length > LONGEST || !sealed.split('.').every(isCanonical)) return null
      // The header is one of ours to the letter, so nothing in it is ever obeyed.
      const key = known.get(sealed.slice(0, sealed.indexOf('.')))
      if (!key) return null
      const options = { currentDate: new Date(now()), requiredClaims: ['exp'] }
      return jwtDecrypt(sealed, key.secret, options).then(
        ({ payload }) => payload,
        () => null,
      )
    },
  }
}

interface Derived {
  readonly id: string
  readonly secret: Uint8Array
}

/** A key of its own for each purpose, and a name that tells keys apart and says nothing of them. */
function derive(key: string, purpose: string): Derived {
  const bytes = (info: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', key, 'mza', `${purpose} ${info}`, length))
  return { id: Buffer.from(bytes('id', 6)).toString('base64url'), secret: bytes('secret', 32) }
}

const written = ({ id }: Derived): string =>
  Buffer.from(JSON.stringify({ ...ALGORITHMS, kid: id })).toString('base64url')

/** Written in the one way in which we write: decoders overlook what the last letter has too many of. */
const isCanonical = (part: string): boolean => Buffer.from(part, 'base64url').toString('base64url') === part
