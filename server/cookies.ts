/** Cookies that no other host, no subdomain and no unencrypted connection can set (RFC 6265bis, 4.1.3.2). */
export const SESSION_COOKIE = '__Host-mza-session'
export const LOGIN_COOKIE = '__Host-mza-login'

/** The value of a cookie; null where there is none of that name, or more than one. */
export function cookieIn(header: string | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(`${name}=`))
  return values.length === 1 ? (values[0]?.slice(name.length + 1) ?? null) : null
}

/** A `Set-Cookie` that scripts cannot read and other sites' requests do not carry, but for links from them. */
export const setCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`

export const dropCookie = (name: string): string => setCookie(name, '', 0)
