import { isMasked } from '#features/evidence/mask-rules.ts'
import { namesSecret, namesValue } from '#features/evidence/named-secret-rules.ts'

/** Values that are secrets wherever they stand. */
const SECRET_VALUES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  // A token starts after what no token has, so that a long text is looked at once.
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\bBearer\s+[A-Za-z0-9._~+/-]{16,}/i,
]

/** In an address the part before `@`: a user, who may be nobody, and a password, which may have a colon. */
const ADDRESS = /:\/\/[^\s/:@]*:([^\s/@]+)@/g

function hasPassword(text: string): boolean {
  for (const [, password = ''] of text.matchAll(ADDRESS)) if (!isMasked(password)) return true
  return false
}

/** What every one of these has in it: most texts have none, and are looked at once instead of eight times. */
const SUSPICIOUS =
  /PRIVATE KEY|A[KS]IA|eyJ|gh[pousr]_|xox|Bearer|:\/\/|pass(?:word|wd|phrase)|pwd|secret|token|(?:api|access|private)[._-]?key|credential|authorization/i

/** Keys come again with every record: short ones are looked at once, as many as do no harm to memory. */
const MAX_KNOWN = 10_000
const MAX_KNOWN_LENGTH = 100
const known = new Map<string, boolean>()

function isSecretKey(key: string): boolean {
  const found = known.get(key) ?? namesSecret(key)
  if (known.size < MAX_KNOWN && key.length <= MAX_KNOWN_LENGTH) known.set(key, found)
  return found
}

/** Whether a text under a key looks like a secret that nobody masked. */
export const looksSecret = (key: string, text: string): boolean =>
  (isSecretKey(key) && !isMasked(text)) ||
  (SUSPICIOUS.test(text) &&
    (SECRET_VALUES.some(pattern => pattern.test(text)) || hasPassword(text) || namesValue(text)))
