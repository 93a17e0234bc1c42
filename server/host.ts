import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

/** Whom a request is for, and what of it. */
export interface Wanted {
  /** The host it names; null where it names none, or several. */
  readonly host: string | null
  /** Path and query. */
  readonly target: string
}

/** A target in absolute form names its host itself (RFC 9112, 3.2.2); else one `Host` does (3.2). */
export function wantedOf({ url = '/', rawHeaders }: Pick<IncomingMessage, 'url' | 'rawHeaders'>): Wanted {
  const [, absolute, rest] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
  if (absolute !== undefined) return { host: absolute, target: rest?.startsWith('/') ? rest : `/${rest}` }
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host')
  return { host: hosts.length === 1 ? (hosts[0] ?? null) : null, target: url }
}

/**
 * What to do with a request by the host it names, where `own` is the portal's: serve it, send it to the portal's own address, or refuse it, so that
 * no other name can pass for this portal (RFC 9110, 15.5.20). Another name of the same machine is sent on.
 */
export function judgeHost(host: string, own: string): 'serve' | 'redirect' | 'refuse' {
  if (host.toLowerCase() === own) return 'serve'
  return LOOPBACK.test(host) && LOOPBACK.test(own) ? 'redirect' : 'refuse'
}
