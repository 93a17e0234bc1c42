const HOUR_S = 3600

/** An OAuth token that nobody signed, good for an hour; only a broker set up for tests takes it. */
export function unsignedToken(subject: string, now = Date.now()): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
  const issued = Math.floor(now / 1000)
  return `${part({ alg: 'none' })}.${part({ sub: subject, iat: issued, exp: issued + HOUR_S })}.`
}
