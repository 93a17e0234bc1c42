const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i

/**
 * What to do with a request by the host it names: serve it, send it to the portal's own address, or refuse it, so that
 * no other name can pass for this portal (RFC 9110, 15.5.20). Another name of the same machine is sent on.
 */
export function judgeHost(host: string | undefined, origin: string): 'serve' | 'redirect' | 'refuse' {
  const own = new URL(origin).host
  if (host?.toLowerCase() === own) return 'serve'
  return host !== undefined && LOOPBACK.test(host) && LOOPBACK.test(own) ? 'redirect' : 'refuse'
}
